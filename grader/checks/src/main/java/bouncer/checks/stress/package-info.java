/** Stress on the real machine: a round's body enters, thousands of checked rounds or the first violation leave. */
@NullMarked
package bouncer.checks.stress;

import org.jspecify.annotations.NullMarked;
