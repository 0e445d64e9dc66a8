/** The worker's side of the check helpers: the real machine, the engine's model of one, and what the running check says. */
@NullMarked
package bouncer.worker.runtime;

import org.jspecify.annotations.NullMarked;
