/** Measures the engine beside other tools, on the same programs, in one run. */
@NullMarked
package bouncer.bench;

import org.jspecify.annotations.NullMarked;
