/** The private channel between the parent and a worker: messages enter, length-bounded frames leave, and back. */
@NullMarked
package bouncer.worker.wire;

import org.jspecify.annotations.NullMarked;
