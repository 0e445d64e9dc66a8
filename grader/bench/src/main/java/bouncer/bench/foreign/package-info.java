/** Explores suites that were not written for the engine, and tabulates which answers are right ({@code .ci/foreign}). */
@NullMarked
package bouncer.bench.foreign;

import org.jspecify.annotations.NullMarked;
