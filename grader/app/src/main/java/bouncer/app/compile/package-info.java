/** Compiles a submission in a child process: sources enter, class files or readable errors leave. */
@NullMarked
package bouncer.app.compile;

import org.jspecify.annotations.NullMarked;
