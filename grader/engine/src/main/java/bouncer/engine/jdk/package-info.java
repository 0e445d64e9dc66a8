/** The table of how instrumented code uses each class of the JDK; it refers to other classes by name only. */
@NullMarked
package bouncer.engine.jdk;

import org.jspecify.annotations.NullMarked;
