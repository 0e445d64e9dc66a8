/** What instrumented code calls in place of, or before, its own operations; each call becomes a step or a lookup. */
@NullMarked
package bouncer.engine.hooks;

import org.jspecify.annotations.NullMarked;
