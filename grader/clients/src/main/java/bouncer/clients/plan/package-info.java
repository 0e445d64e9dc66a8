/** Client programs as data: which thread calls what, and in which order; and their generation from a contract. */
@NullMarked
package bouncer.clients.plan;

import org.jspecify.annotations.NullMarked;
