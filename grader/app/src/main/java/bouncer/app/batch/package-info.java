/** Grades a whole class: a directory of submissions enters, one report for each and their tables leave. */
@NullMarked
package bouncer.app.batch;

import org.jspecify.annotations.NullMarked;
