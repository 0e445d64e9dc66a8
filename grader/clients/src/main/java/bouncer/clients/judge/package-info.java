/** Decides whether a contract explains what a client program has observed. */
@NullMarked
package bouncer.clients.judge;

import org.jspecify.annotations.NullMarked;
