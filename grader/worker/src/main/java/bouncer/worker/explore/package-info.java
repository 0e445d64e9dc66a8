/** Runs explored checks with the engine, and translates its failures into findings in a student's words. */
@NullMarked
package bouncer.worker.explore;

import org.jspecify.annotations.NullMarked;
