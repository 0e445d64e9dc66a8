/** Where the stack trace of a failure of the harness is kept. */
@NullMarked
package bouncer.app.log;

import org.jspecify.annotations.NullMarked;
