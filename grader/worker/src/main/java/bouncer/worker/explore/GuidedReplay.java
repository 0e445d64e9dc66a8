package bouncer.worker.explore;

import bouncer.checks.result.ChoicePoint;
import bouncer.checks.result.Step;
import bouncer.engine.InteractiveExecution;
import bouncer.engine.Outcome;
import bouncer.engine.Position;
import bouncer.engine.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs a check with a reader's decisions. Steps that are not shown, such as the start or end of a thread, and steps
 * without an alternative need no decision. Used by one thread.
 */
final class GuidedReplay {
    private static final int MOST = 2_000;
    private final InteractiveExecution walker;
    private final TraceTranslator story;

    GuidedReplay(InteractiveExecution walker, TraceTranslator story) {
        this.walker = walker;
        this.story = story;
    }

    /**
     * The state that the decisions lead to.
     *
     * @param outcome the outcome of the execution; null if a decision is needed
     */
    record Arrived(ChoicePoint stand, @Nullable Outcome outcome) {}

    /**
     * Runs the check until the decisions are used up, and returns the state reached.
     *
     * @param decisions the index of the turn that was chosen at each choice point, from 0
     * @throws IllegalArgumentException if a choice point has no such turn, or the execution is too long
     */
    Arrived go(List<Integer> decisions) {
        int[] choices = {};
        int decided = 0;
        for (int i = 0; i < MOST; i++) {
            Position position = walker.at(choices);
            if (position.outcome() != null) {
                return new Arrived(new ChoicePoint(story.steps(position.trace()), List.of()), position.outcome());
            }
            int next = byItself(position);
            if (next < 0) {
                if (decided == decisions.size()) {
                    return new Arrived(stand(position), null);
                }
                next = decisions.get(decided++);
                if (next < 0 || next >= position.turns().size()) {
                    throw new IllegalArgumentException("There is no turn " + (next + 1) + " at choice " + decided);
                }
            }
            choices = Arrays.copyOf(choices, choices.length + 1);
            choices[choices.length - 1] = position.turns().get(next).choice();
        }
        throw new IllegalArgumentException("After " + MOST + " steps the execution has not ended");
    }

    /** Returns the index of a turn that needs no decision, or -1. */
    private int byItself(Position position) {
        List<Position.Turn> turns = position.turns();
        if (turns.size() == 1) {
            return 0;
        }
        for (int i = 0; i < turns.size(); i++) {
            if (shown(position, turns.get(i)).isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    private ChoicePoint stand(Position position) {
        List<ChoicePoint.Turn> turns = new ArrayList<>();
        for (Position.Turn turn : position.turns()) {
            turns.add(new ChoicePoint.Turn(turn.thread(), shown(position, turn)));
        }
        return new ChoicePoint(story.steps(position.trace()), turns);
    }

    private List<Step> shown(Position position, Position.Turn turn) {
        Trace trace = position.trace();
        return story.steps(new Trace(trace.threads(), Objects.requireNonNull(turn.events()), 0));
    }
}
