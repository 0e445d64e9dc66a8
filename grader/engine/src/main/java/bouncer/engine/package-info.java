/** The public API of the engine: explores the interleavings of a program within limits, and replays a schedule. */
@NullMarked
package bouncer.engine;

import org.jspecify.annotations.NullMarked;
