/** Changes the child processes that a submission starts: their output arrives late, or time passes at another pace. */
@NullMarked
package bouncer.worker.child;

import org.jspecify.annotations.NullMarked;
