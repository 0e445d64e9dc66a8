/**
 * The methods that instrumented code calls before or instead of its own operations; each becomes a step or a lookup.
 */
@NullMarked
package bouncer.engine.hooks;

import org.jspecify.annotations.NullMarked;
