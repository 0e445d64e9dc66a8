/** Writes reports as text, HTML, JSON and the formats of other systems; one writer for each format. */
@NullMarked
package bouncer.app.report;

import org.jspecify.annotations.NullMarked;
