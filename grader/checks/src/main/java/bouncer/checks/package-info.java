/**
 * The API for authors of checks: annotations, threads, expectations, histories, rounds and measurements. {@link
 * bouncer.checks.CheckRuntime} and {@link bouncer.checks.ExecutionEnvironment} are implemented by the worker, and not
 * for authors.
 */
@NullMarked
package bouncer.checks;

import org.jspecify.annotations.NullMarked;
