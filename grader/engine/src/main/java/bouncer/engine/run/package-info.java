/**
 * The loop of one execution: threads announce operations, the scheduler picks one, deadlock and livelock are detected.
 */
@NullMarked
package bouncer.engine.run;

import org.jspecify.annotations.NullMarked;
