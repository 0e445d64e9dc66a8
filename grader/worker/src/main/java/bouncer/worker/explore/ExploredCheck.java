package bouncer.worker.explore;

import bouncer.checks.result.ChoicePoint;
import java.util.List;
import java.util.function.Consumer;

/** A check that the engine explores. Used by one thread. */
public interface ExploredCheck {
    /** Explores the check and records what it covered. */
    ExplorationRunner.Answer explore();

    /** Replays the schedule of a token. An invalid token makes the answer INCONCLUSIVE. */
    ExplorationRunner.Answer replay(String token);

    /**
     * Runs the check with a reader's decisions.
     *
     * @param decisions the index of the turn that was chosen at each choice point, from 0
     * @param reached receives the choice point that the decisions lead to
     */
    ExplorationRunner.Answer walk(List<String> decisions, Consumer<ChoicePoint> reached);
}
