package bouncer.engine.trace;

import bouncer.engine.ExecutionJudge;
import bouncer.engine.Failure;
import bouncer.engine.Trace;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.run.End;
import bouncer.engine.run.Execution;
import bouncer.engine.run.FailureCause;
import bouncer.engine.run.Task;
import bouncer.engine.run.WaitForGraph;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The end of an execution; created before its threads are unwound.
 *
 * @param execution the one that ended
 * @param signature the same for two executions that fail in the same way
 * @param failure the failure without its token; null if the execution did not fail or was not recorded
 * @param trace the trace; empty if the execution was not recorded
 * @param judged whether a judge decided if it failed
 * @param rejection what a judge says is wrong with the execution, or null
 */
public record ExecutionReport(
        Execution execution,
        String signature,
        @Nullable Failure failure,
        Trace trace,
        boolean judged,
        @Nullable String rejection) {

    /**
     * Reports an execution that has ended.
     *
     * @param recorder the listener of the execution, or null
     * @param judge decides whether an execution that ended by itself is right, or null
     */
    public static ExecutionReport of(Execution execution, @Nullable Recorder recorder, @Nullable ExecutionJudge judge) {
        End end = execution.result().end();
        if (judge != null && isForJudge(end)) {
            return judged(execution, recorder, judge.rejects(end == End.TRUNCATED));
        }
        FailureCause cause = execution.result().cause();
        List<Task> cycle = end == End.BLOCKED ? WaitForGraph.cycle(execution) : List.of();
        String detail = switch (end) {
            case THREW -> Objects.requireNonNull(cause.thrown()).getClass().getName();
            case BLOCKED -> cycle.isEmpty() ? "hang" : "deadlock";
            case RACE -> {
                MemoryLocation location = Objects.requireNonNull(cause.raced());
                yield location.owner.getClass().getName() + location.slot;
            }
            case DONE, LIBRARY_RACE, ENOUGH, TRUNCATED, CUT, SPINNING, ENDLESS, WAITED, UNCONTROLLED -> "";
        };
        Trace trace = recorder == null ? Trace.EMPTY : recorder.trace(execution);
        Failure failure = recorder == null ? null : new FailureFactory(execution, recorder, trace).failure(cycle);
        return new ExecutionReport(execution, end + " " + detail, failure, trace, false, null);
    }

    /** Returns true if it is for a judge to say whether an execution that ended like this failed. */
    private static boolean isForJudge(End end) {
        return switch (end) {
            case DONE, BLOCKED, TRUNCATED -> true;
            case RACE, THREW, SPINNING, ENDLESS, WAITED, LIBRARY_RACE, ENOUGH, CUT, UNCONTROLLED -> false;
        };
    }

    private static ExecutionReport judged(
            Execution execution, @Nullable Recorder recorder, @Nullable String rejection) {
        Trace trace = recorder == null ? Trace.EMPTY : recorder.trace(execution);
        Failure failure = recorder == null || rejection == null ? null : new Failure.Rejected(rejection, trace, "");
        return new ExecutionReport(execution, "judged " + rejection, failure, trace, true, rejection);
    }

    /** How it ended. */
    public End end() {
        return execution.result().end();
    }

    /** Returns why control was lost, or null. */
    public @Nullable String reason() {
        return execution.result().reason();
    }

    /** Returns how many steps it had. */
    public int steps() {
        return execution.steps();
    }

    /** Returns true if the execution failed. */
    public boolean failed() {
        if (judged) {
            return rejection != null;
        }
        return switch (end()) {
            case BLOCKED, RACE, THREW, SPINNING, ENDLESS, WAITED -> true;
            case DONE, LIBRARY_RACE, ENOUGH, TRUNCATED, CUT, UNCONTROLLED -> false;
        };
    }
}
