/** The board a learner comes home to: rooms and progress enter, plain or coloured text leaves. */
@NullMarked
package bouncer.app.board;

import org.jspecify.annotations.NullMarked;
