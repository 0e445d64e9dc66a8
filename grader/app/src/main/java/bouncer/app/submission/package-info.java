/** Finds an exercise's own files in a submission: a directory enters, bounded and decoded sources leave. */
@NullMarked
package bouncer.app.submission;

import org.jspecify.annotations.NullMarked;
