/** The log file for the stack traces of harness errors. */
@NullMarked
package bouncer.app.log;

import org.jspecify.annotations.NullMarked;
