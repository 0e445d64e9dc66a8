/** One execution: operations of model threads enter, one after the other, in the order a scheduler picks. */
@NullMarked
package bouncer.engine.run;

import org.jspecify.annotations.NullMarked;
