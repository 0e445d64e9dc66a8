/** Saves a learner's progress and last runs in the directory {@code .bouncer}. */
@NullMarked
package bouncer.app.progress;

import org.jspecify.annotations.NullMarked;
