/**
 * The primitives for models of library classes; each operation becomes one step of the schedule.
 */
@NullMarked
package bouncer.engine.ops;

import org.jspecify.annotations.NullMarked;
