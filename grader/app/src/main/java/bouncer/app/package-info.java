/** The process that decides: submissions enter, verdicts and reports leave; student code is never loaded here. */
@NullMarked
package bouncer.app;

import org.jspecify.annotations.NullMarked;
