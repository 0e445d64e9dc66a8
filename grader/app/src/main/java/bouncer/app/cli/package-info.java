/** The command line and Jupiter's referee: the only place for System.out and exit codes. */
@NullMarked
package bouncer.app.cli;

import org.jspecify.annotations.NullMarked;
