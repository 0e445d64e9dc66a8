/** Generates client programs from a contract: all small ones, the smallest first. */
@NullMarked
package bouncer.clients.generate;

import org.jspecify.annotations.NullMarked;
