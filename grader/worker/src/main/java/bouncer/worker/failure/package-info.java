/** Turns exceptions into findings with a line of the submission, or into errors of the check. */
@NullMarked
package bouncer.worker.failure;

import org.jspecify.annotations.NullMarked;
