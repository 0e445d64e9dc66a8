/** Everything that lives beside student code in the worker, and the small vocabulary that both sides share. */
@NullMarked
package bouncer.checks;

import org.jspecify.annotations.NullMarked;
