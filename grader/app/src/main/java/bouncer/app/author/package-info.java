/** What authors of exercises need: rooms and solutions enter; a proof that the checks tell right from wrong leaves. */
@NullMarked
package bouncer.app.author;

import org.jspecify.annotations.NullMarked;
