/** What tells a submission's classes from the judge's, and what they may be linked against. */
@NullMarked
package bouncer.worker.submission;

import org.jspecify.annotations.NullMarked;
