/** The one way of a submission, from its files to its report; every door of Bouncer leads here. */
@NullMarked
package bouncer.app.grading;

import org.jspecify.annotations.NullMarked;
