/** Runs checks as JUnit tests: Jupiter asks for a check method, and gets the worker's result as a test result. */
@NullMarked
package bouncer.checks.junit;

import org.jspecify.annotations.NullMarked;
