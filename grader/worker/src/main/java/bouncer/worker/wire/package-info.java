/** The private channel between the parent process and a worker: messages in frames of limited length. */
@NullMarked
package bouncer.worker.wire;

import org.jspecify.annotations.NullMarked;
