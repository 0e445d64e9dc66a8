/** Judges a learner's files again at every save. */
@NullMarked
package bouncer.app.watch;

import org.jspecify.annotations.NullMarked;
