/** Instrumentation of class files: each operation that other threads can observe is reported before it is done. */
@NullMarked
package bouncer.engine.instrument;

import org.jspecify.annotations.NullMarked;
