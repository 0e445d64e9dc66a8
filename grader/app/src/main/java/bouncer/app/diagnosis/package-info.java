/** What a finding means to a learner: findings and the student's own class files enter, plain explanations leave. */
@NullMarked
package bouncer.app.diagnosis;

import org.jspecify.annotations.NullMarked;
