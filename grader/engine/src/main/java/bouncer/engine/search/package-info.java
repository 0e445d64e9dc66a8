/** The search: runs many executions of a program within limits and returns the result, with a minimized failure. */
@NullMarked
package bouncer.engine.search;

import org.jspecify.annotations.NullMarked;
