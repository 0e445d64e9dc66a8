/**
 * What the engine models besides memory: monitors, threads with their interrupts and permits, clocks and identity
 * hashes.
 */
@NullMarked
package bouncer.engine.model;

import org.jspecify.annotations.NullMarked;
