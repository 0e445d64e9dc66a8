/** Locations and happens-before: accesses enter, data races leave. */
@NullMarked
package bouncer.engine.memory;

import org.jspecify.annotations.NullMarked;
