/** The bridge to the engine: a check and the submission's classes enter, findings in a student's words leave. */
@NullMarked
package bouncer.worker.explore;

import org.jspecify.annotations.NullMarked;
