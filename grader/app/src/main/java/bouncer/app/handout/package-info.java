/** Creates handouts: the repository for students and the bundles for classroom platforms. */
@NullMarked
package bouncer.app.handout;

import org.jspecify.annotations.NullMarked;
