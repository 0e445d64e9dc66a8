package bouncer.checks.result;

import java.util.List;

/**
 * The state of a check whose schedule a reader chooses step by step. Immutable.
 *
 * @param steps the steps so far
 * @param turns the possible continuations, one for each enabled thread; empty if the execution is over
 */
public record ChoicePoint(List<Step> steps, List<Turn> turns) {
    public ChoicePoint {
        steps = List.copyOf(steps);
        turns = List.copyOf(turns);
    }

    /**
     * One possible continuation.
     *
     * @param thread the thread that continues
     * @param steps the next steps of that thread; never empty
     */
    public record Turn(String thread, List<Step> steps) {
        public Turn {
            steps = List.copyOf(steps);
        }
    }
}
