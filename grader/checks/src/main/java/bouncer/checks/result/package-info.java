/** What is known after a check: outcome, findings and coverage, as immutable data for the worker, the grader and reports. */
@NullMarked
package bouncer.checks.result;

import org.jspecify.annotations.NullMarked;
