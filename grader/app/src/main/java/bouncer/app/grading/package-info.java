/** Grades a submission, from its files to its report. Every command, and JUnit's extension, uses this package. */
@NullMarked
package bouncer.app.grading;

import org.jspecify.annotations.NullMarked;
