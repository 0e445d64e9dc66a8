/** What tells a submission's classes from the judge's, and what they may be linked against. */
@NullMarked
package bouncer.checks.submission;

import org.jspecify.annotations.NullMarked;
