/** What a learner has done so far: reports and events enter, a small file in {@code .bouncer/} and its content leave. */
@NullMarked
package bouncer.app.progress;

import org.jspecify.annotations.NullMarked;
