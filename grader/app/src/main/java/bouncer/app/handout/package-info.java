/** Makes what an instructor hands out: the house enters, a student's repository and the bundles of classrooms leave. */
@NullMarked
package bouncer.app.handout;

import org.jspecify.annotations.NullMarked;
