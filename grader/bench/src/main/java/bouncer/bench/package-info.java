/** Compares the engine's speed with that of other tools on the same programs. */
@NullMarked
package bouncer.bench;

import org.jspecify.annotations.NullMarked;
