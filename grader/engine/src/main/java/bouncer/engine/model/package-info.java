/**
 * Models of the runtime besides memory: monitors, threads with interrupts and permits, clocks and identity hashes.
 */
@NullMarked
package bouncer.engine.model;

import org.jspecify.annotations.NullMarked;
