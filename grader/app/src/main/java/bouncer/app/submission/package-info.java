/** Finds the files of an exercise in a submission: takes a directory, returns decoded sources of bounded size. */
@NullMarked
package bouncer.app.submission;

import org.jspecify.annotations.NullMarked;
