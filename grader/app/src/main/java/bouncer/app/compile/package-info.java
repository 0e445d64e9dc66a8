/** Compiles submissions in a child process: takes sources, returns class files or readable errors. */
@NullMarked
package bouncer.app.compile;

import org.jspecify.annotations.NullMarked;
