/** The worker process: runs checks on request and sends findings and results. Student code runs only here. */
@NullMarked
package bouncer.worker;

import org.jspecify.annotations.NullMarked;
