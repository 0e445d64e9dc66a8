/** Records what happens in one execution, and puts it into words: steps enter, a trace and a failure leave. */
@NullMarked
package bouncer.engine.trace;

import org.jspecify.annotations.NullMarked;
