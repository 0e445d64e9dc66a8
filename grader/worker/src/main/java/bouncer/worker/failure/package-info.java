/** Whose fault it was: what a check threw enters, a finding with the submission's line leaves. */
@NullMarked
package bouncer.worker.failure;

import org.jspecify.annotations.NullMarked;
