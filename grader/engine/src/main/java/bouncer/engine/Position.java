package bouncer.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an execution stands after some choices.
 *
 * @param trace what has happened
 * @param turns who could go next; empty when it is over
 * @param outcome what it came to, or null when it is not over
 */
public record Position(
        Trace trace, List<Turn> turns, @Nullable Outcome outcome) {

    /**
     * One way to go on.
     *
     * @param choice what to add to the choices for it
     * @param thread who goes
     * @param events what happens then, until somebody has to be chosen again
     */
    public record Turn(int choice, String thread, List<Event> events) {}
}
