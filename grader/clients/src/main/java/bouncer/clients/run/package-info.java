/** Runs client programs inside an exploration and records what they observe. */
@NullMarked
package bouncer.clients.run;

import org.jspecify.annotations.NullMarked;
