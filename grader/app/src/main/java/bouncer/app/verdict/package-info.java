/** Computes points, verdicts and reports from the results of checks. */
@NullMarked
package bouncer.app.verdict;

import org.jspecify.annotations.NullMarked;
