/** Writes the learner's text for a terminal, plain or coloured: the board, the result of a run, hints. */
@NullMarked
package bouncer.app.board;

import org.jspecify.annotations.NullMarked;
