/** Checks the bytecode of a submission against the rules before it runs: takes class files, returns findings. */
@NullMarked
package bouncer.app.rules;

import org.jspecify.annotations.NullMarked;
