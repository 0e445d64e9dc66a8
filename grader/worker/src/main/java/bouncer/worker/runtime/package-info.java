/** Implements the services of check helpers: on the real machine, in the engine's model, and the state of the check. */
@NullMarked
package bouncer.worker.runtime;

import org.jspecify.annotations.NullMarked;
