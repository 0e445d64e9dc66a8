/** What one execution of a client program has observed. */
@NullMarked
package bouncer.clients.history;

import org.jspecify.annotations.NullMarked;
