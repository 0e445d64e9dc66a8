/** Jupiter's door: a check method enters, its verdict from the worker leaves as a test result. */
@NullMarked
package bouncer.checks.junit;

import org.jspecify.annotations.NullMarked;
