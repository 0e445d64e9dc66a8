/** Grades a whole class: reads a directory of submissions, and writes a report for each of them and tables of all. */
@NullMarked
package bouncer.app.batch;

import org.jspecify.annotations.NullMarked;
