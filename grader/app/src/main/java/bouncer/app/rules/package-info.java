/** What the bytecode of a submission tells before it runs: class files enter, findings leave. */
@NullMarked
package bouncer.app.rules;

import org.jspecify.annotations.NullMarked;
