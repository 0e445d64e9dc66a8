/** Reads the program's own resources and writes files so that a crash leaves none half written. */
@NullMarked
package bouncer.app.files;

import org.jspecify.annotations.NullMarked;
