/**
 * Contracts as executable sequential specifications: what each call of an object may do in each state. From one
 * specification follow the client programs that test a class, and the judgement of what they observe.
 */
@NullMarked
package bouncer.checks.specification;

import org.jspecify.annotations.NullMarked;
