/** Turns the results of checks into points and verdicts; pure: results enter, reports leave. */
@NullMarked
package bouncer.app.verdict;

import org.jspecify.annotations.NullMarked;
