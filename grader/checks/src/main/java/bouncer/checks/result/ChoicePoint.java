package bouncer.checks.result;

import java.util.List;

/**
 * Where a check stands whose schedule a reader chooses.
 *
 * @param steps what has happened
 * @param turns who could go next; empty when it is over
 */
public record ChoicePoint(List<Step> steps, List<Turn> turns) {
    public ChoicePoint {
        steps = List.copyOf(steps);
        turns = List.copyOf(turns);
    }

    /**
     * One way to go on.
     *
     * @param thread who goes
     * @param steps what that thread does then; never empty
     */
    public record Turn(String thread, List<Step> steps) {
        public Turn {
            steps = List.copyOf(steps);
        }
    }
}
