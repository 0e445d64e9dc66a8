/** Class files enter, the same classes leave with every operation that other threads can see reported first. */
@NullMarked
package bouncer.engine.instrument;

import org.jspecify.annotations.NullMarked;
