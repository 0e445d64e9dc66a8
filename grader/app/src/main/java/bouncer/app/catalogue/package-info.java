/** Reads the exercises and their checks from {@code exercise.toml} and the annotations of check classes. */
@NullMarked
package bouncer.app.catalogue;

import org.jspecify.annotations.NullMarked;
