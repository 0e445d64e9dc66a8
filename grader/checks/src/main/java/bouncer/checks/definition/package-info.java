/** What a check class declares: a check method enters, its kind, points, title and fault leave. */
@NullMarked
package bouncer.checks.definition;

import org.jspecify.annotations.NullMarked;
