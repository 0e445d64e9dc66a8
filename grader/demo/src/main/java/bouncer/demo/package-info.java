/** Short demonstrations: the name of a topic enters, output that is measured at that moment leaves. */
@NullMarked
package bouncer.demo;

import org.jspecify.annotations.NullMarked;
