/** What a check author writes with: annotations and small helpers enter a check class; failures with a fault leave it. */
@NullMarked
package bouncer.checks.api;

import org.jspecify.annotations.NullMarked;
