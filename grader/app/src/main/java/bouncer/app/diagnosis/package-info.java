/** Explains failures to a learner, from the findings and the student's class files. */
@NullMarked
package bouncer.app.diagnosis;

import org.jspecify.annotations.NullMarked;
