/** Traces: records the events of one execution and words them as a trace and a failure. */
@NullMarked
package bouncer.engine.trace;

import org.jspecify.annotations.NullMarked;
