/** Reads the rooms: exercise.toml and check classes enter, rooms and the list of their checks leave. */
@NullMarked
package bouncer.app.catalogue;

import org.jspecify.annotations.NullMarked;
