/** Reads and changes Maven's project files: a {@code pom.xml} enters, a changed one leaves. */
@NullMarked
package bouncer.app.maven;

import org.jspecify.annotations.NullMarked;
