/** The worker process: requests to run a check enter, findings and results leave; the only place that runs student code. */
@NullMarked
package bouncer.worker;

import org.jspecify.annotations.NullMarked;
