package bouncer.engine.trace;

import bouncer.engine.Event;
import bouncer.engine.Failure;
import bouncer.engine.Trace;
import bouncer.engine.Waiting;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.run.End;
import bouncer.engine.run.Execution;
import bouncer.engine.run.Task;
import bouncer.engine.run.WaitForGraph;
import bouncer.engine.schedule.OperationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an execution came to; taken while its threads still stand where they ended up.
 *
 * @param end how it ended
 * @param signature two executions with the same one failed in the same way
 * @param steps how many steps it had
 * @param failure in full, without its token; null if it did not fail or was not recorded
 * @param trace all that happened; empty if it was not recorded
 */
public record ExecutionReport(
        End end, String signature, int steps, @Nullable Failure failure, Trace trace) {

    public static ExecutionReport of(Execution x, End end) {
        List<Task> cycle = end == End.BLOCKED ? WaitForGraph.cycle(x) : List.of();
        String detail = switch (end) {
            case THREW -> Objects.requireNonNull(x.evidence.thrown).getClass().getName();
            case BLOCKED -> cycle.isEmpty() ? "stuck" : "deadlock";
            case RACE -> {
                MemoryLocation loc = Objects.requireNonNull(x.evidence.raced);
                yield loc.owner.getClass().getName() + loc.slot;
            }
            case DONE, LIBRARY_RACE, ENOUGH, TRUNCATED, CUT, SPINNING, ENDLESS, WAITED, UNCONTROLLED -> "";
        };
        Recorder recorder = x.recorder;
        Trace trace = recorder == null ? Trace.EMPTY : recorder.trace(x);
        Failure failure = recorder == null ? null : failure(x, end, cycle, recorder, trace);
        return new ExecutionReport(end, end + " " + detail, x.step(), failure, trace);
    }

    /** Whether the execution showed something wrong. */
    public boolean failed() {
        return switch (end) {
            case BLOCKED, RACE, THREW, SPINNING, ENDLESS, WAITED -> true;
            case DONE, LIBRARY_RACE, ENOUGH, TRUNCATED, CUT, UNCONTROLLED -> false;
        };
    }

    private static @Nullable Failure failure(Execution x, End end, List<Task> cycle, Recorder recorder, Trace trace) {
        return switch (end) {
            case THREW ->
                new Failure.Threw(
                        Objects.requireNonNull(x.evidence.thrown),
                        Objects.requireNonNull(x.evidence.culprit).name,
                        trace,
                        "");
            case RACE -> race(x, recorder, trace);
            case SPINNING ->
                new Failure.Livelock(WaitForGraph.describe(x, Objects.requireNonNull(x.evidence.culprit)), trace, "");
            case ENDLESS -> {
                Task task = Objects.requireNonNull(x.evidence.culprit);
                yield new Failure.EndlessLoop(task.name, recorder.stackOf(task), trace, "");
            }
            case WAITED -> {
                Task waiter = Objects.requireNonNull(x.evidence.culprit);
                yield new Failure.UnexpectedBlocking(
                        WaitForGraph.describe(x, waiter), Objects.requireNonNull(waiter.mustNotWait), trace, "");
            }
            case BLOCKED ->
                cycle.isEmpty()
                        ? stuck(x, trace)
                        : new Failure.Deadlock(
                                cycle.stream()
                                        .map(task -> WaitForGraph.describe(x, task))
                                        .toList(),
                                trace,
                                "");
            case DONE, LIBRARY_RACE, ENOUGH, TRUNCATED, CUT, UNCONTROLLED -> null;
        };
    }

    private static Failure race(Execution x, Recorder recorder, Trace trace) {
        MemoryLocation loc = Objects.requireNonNull(x.evidence.raced);
        List<Integer> both = recorder.raced(loc, x.evidence.rival, Objects.requireNonNull(x.evidence.culprit).id);
        Event second = trace.events().get(both.get(1));
        Event first = both.get(0) < 0 ? second : trace.events().get(both.get(0));
        return new Failure.DataRace(recorder.names().of(loc), first, second, trace, "");
    }

    private static Failure stuck(Execution x, Trace trace) {
        List<Waiting> waiters = new ArrayList<>();
        List<Waiting> idle = new ArrayList<>();
        for (Task task : x.tasks) {
            if (!task.ended && task.op.kind == OperationKind.SPIN) {
                return new Failure.Livelock(WaitForGraph.describe(x, task), trace, "");
            }
            if (!task.ended) {
                (task.op.idle ? idle : waiters).add(WaitForGraph.describe(x, task));
            }
        }
        return new Failure.Hang(waiters, idle, x.tasks.get(0).ended, trace, "");
    }
}
