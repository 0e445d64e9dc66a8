/** Paired measurements: a submission and a reference enter, a finding beyond the floor, a pass or "unclear" leave. */
@NullMarked
package bouncer.checks.timing;

import org.jspecify.annotations.NullMarked;
