/** The table that says what happens to each class of the JDK in instrumented code; it knows the others by name only. */
@NullMarked
package bouncer.engine.jdk;

import org.jspecify.annotations.NullMarked;
