/**
 * The primitives that models of library classes are written with: an operation enters, one step of the schedule leaves.
 */
@NullMarked
package bouncer.engine.ops;

import org.jspecify.annotations.NullMarked;
