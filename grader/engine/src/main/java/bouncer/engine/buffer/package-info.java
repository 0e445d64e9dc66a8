/**
 * Store buffers of stores weaker than volatile: a store enters, and becomes visible to other threads in steps of its
 * own.
 */
@NullMarked
package bouncer.engine.buffer;

import org.jspecify.annotations.NullMarked;
