/** Results of checks: outcome, findings and coverage, as immutable data for the worker, the grader and the reports. */
@NullMarked
package bouncer.checks.result;

import org.jspecify.annotations.NullMarked;
