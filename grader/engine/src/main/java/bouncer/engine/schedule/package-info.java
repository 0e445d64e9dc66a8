/** Which task goes next: the enabled ones and what each is about to do enter, a choice leaves. One policy per file. */
@NullMarked
package bouncer.engine.schedule;

import org.jspecify.annotations.NullMarked;
