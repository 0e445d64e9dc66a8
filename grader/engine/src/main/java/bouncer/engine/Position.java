package bouncer.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The position of an execution after some choices.
 *
 * @param trace what has happened
 * @param turns the enabled threads; empty if the execution has ended
 * @param outcome the result, or null if the execution has not ended
 */
public record Position(
        Trace trace, List<Turn> turns, @Nullable Outcome outcome) {

    /**
     * One enabled step.
     *
     * @param choice the choice to append for this step
     * @param thread the thread that takes the step
     * @param events the events up to the next choice
     */
    public record Turn(int choice, String thread, List<Event> events) {}
}
