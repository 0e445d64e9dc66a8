/** Writes a report for a reader: reports enter, text or JSON leaves; one writer per file. */
@NullMarked
package bouncer.app.report;

import org.jspecify.annotations.NullMarked;
