/** Children that a submission starts, held up on the way: a started process enters, one that reads late leaves. */
@NullMarked
package bouncer.worker.child;

import org.jspecify.annotations.NullMarked;
