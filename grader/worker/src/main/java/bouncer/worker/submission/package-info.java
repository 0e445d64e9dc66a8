/** Distinguishes a submission's classes from those of Bouncer, and decides what they may link to. */
@NullMarked
package bouncer.worker.submission;

import org.jspecify.annotations.NullMarked;
