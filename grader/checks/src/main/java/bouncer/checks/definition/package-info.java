/** Reads the declaration of a check from its method: kind, points, title, fault and lifecycle methods. */
@NullMarked
package bouncer.checks.definition;

import org.jspecify.annotations.NullMarked;
