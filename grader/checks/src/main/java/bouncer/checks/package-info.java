/**
 * What the author of checks writes with: annotations, threads that act, expectations, histories, rounds, measurements.
 * {@link bouncer.checks.CheckRuntime} is the worker's side of it and not for authors.
 */
@NullMarked
package bouncer.checks;

import org.jspecify.annotations.NullMarked;
