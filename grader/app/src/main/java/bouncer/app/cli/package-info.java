/** The command line and the judging of Jupiter's tests: the only code that uses System.out and exit codes. */
@NullMarked
package bouncer.app.cli;

import org.jspecify.annotations.NullMarked;
