package bouncer.engine.run;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The result of one execution so far: its end, the cause of a failure, and its counters. Not thread-safe. */
public final class ExecutionResult {
    private final FailureCause cause = new FailureCause();
    private final Incompleteness incompleteness = new Incompleteness();
    private final ReachabilityGoals goals = new ReachabilityGoals();
    private final Set<Chance> chances = EnumSet.noneOf(Chance.class);
    private int points;
    private @Nullable End end;
    private @Nullable String reason;
    private @Nullable RuntimeException crash;

    ExecutionResult() {}

    boolean hasEnded() {
        return end != null;
    }

    /** Ends the execution; the first end stands. */
    void end(End how) {
        if (end == null) {
            end = how;
        }
    }

    /** Ends the execution by the failure of one thread; the first end stands. */
    void end(End how, Actor culprit) {
        if (end == null) {
            end = how;
            cause.by(culprit);
        }
    }

    /** Ends the execution because it can't be controlled; the first end stands. */
    void lose(String why) {
        if (end == null) {
            end = End.UNCONTROLLED;
            reason = why;
        }
    }

    /** Ends the execution by a failure of the engine, which replaces any other end. */
    void crash(RuntimeException failure) {
        crash = failure;
        end = End.UNCONTROLLED;
    }

    /** Keeps the first reason why the execution can't be controlled; it ends at its next step. */
    void loseAtNextStep(String why) {
        if (end == null && reason == null) {
            reason = why;
        }
    }

    void throwCrash() {
        if (crash != null) {
            throw crash;
        }
    }

    /** Returns how the execution ended; {@link End#DONE} while it runs. */
    public End end() {
        return end == null ? End.DONE : end;
    }

    /** Returns why control was lost, or null if it was not. */
    public @Nullable String reason() {
        return reason;
    }

    /** Returns the cause of the failure; its components are null unless the execution failed. */
    public FailureCause cause() {
        return cause;
    }

    /** Returns which interleavings this execution left out. */
    public Incompleteness incompleteness() {
        return incompleteness;
    }

    /** Returns the states that the program asked the search to reach, and those that it reached. */
    public ReachabilityGoals goals() {
        return goals;
    }

    /** Records that the program has seen something of chance. */
    public void sees(Chance chance) {
        chances.add(chance);
    }

    /** Returns what of chance the program has seen. */
    public Set<Chance> chances() {
        return chances;
    }

    /** Counts a call of instrumented code into the engine. */
    public void countPoint() {
        points++;
    }

    /** Returns the number of calls of instrumented code into the engine. */
    public int points() {
        return points;
    }
}
