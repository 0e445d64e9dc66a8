/** The scheduling policies: each chooses the next task from the enabled ones and their pending operations. */
@NullMarked
package bouncer.engine.schedule;

import org.jspecify.annotations.NullMarked;
