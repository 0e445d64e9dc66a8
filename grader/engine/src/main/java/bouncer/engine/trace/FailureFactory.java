package bouncer.engine.trace;

import bouncer.engine.Event;
import bouncer.engine.Failure;
import bouncer.engine.Trace;
import bouncer.engine.Waiting;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.run.Actor;
import bouncer.engine.run.Execution;
import bouncer.engine.run.FailureCause;
import bouncer.engine.run.Task;
import bouncer.engine.schedule.OperationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the failure of a recorded execution, without its token. */
final class FailureFactory {
    private final Execution execution;
    private final Recorder recorder;
    private final Trace trace;

    FailureFactory(Execution execution, Recorder recorder, Trace trace) {
        this.execution = execution;
        this.recorder = recorder;
        this.trace = trace;
    }

    /**
     * Returns the failure of the execution, or null.
     *
     * @param cycle threads that wait for each other; may be empty
     */
    @Nullable
    Failure failure(List<Task> cycle) {
        FailureCause cause = execution.result().cause();
        return switch (execution.result().end()) {
            case THREW ->
                new Failure.Threw(
                        Objects.requireNonNull(cause.thrown()), culprit(cause).name(), trace, "");
            case RACE -> race(cause);
            case SPINNING -> new Failure.Livelock(recorder.describe(culprit(cause)), trace, "");
            case ENDLESS -> {
                Task task = culprit(cause);
                yield new Failure.EndlessLoop(task.name(), recorder.stackOf(task), trace, "");
            }
            case WAITED -> {
                Task waiter = culprit(cause);
                String why = Objects.requireNonNull(waiter.mustNotWait());
                yield new Failure.UnexpectedBlocking(recorder.describe(waiter), why, trace, "");
            }
            case BLOCKED ->
                cycle.isEmpty()
                        ? hang()
                        : new Failure.Deadlock(
                                cycle.stream().map(recorder::describe).toList(), trace, "");
            case DONE, LIBRARY_RACE, ENOUGH, TRUNCATED, CUT, UNCONTROLLED -> null;
        };
    }

    private static Task culprit(FailureCause cause) {
        return (Task) Objects.requireNonNull(cause.culprit()); // only threads fail
    }

    private Failure race(FailureCause cause) {
        MemoryLocation location = Objects.requireNonNull(cause.raced());
        List<Integer> both =
                LocationHistory.of(location).raced(cause.rival(), culprit(cause).id());
        Event second = trace.events().get(both.get(1));
        Event first = both.get(0) < 0 ? second : trace.events().get(both.get(0));
        return new Failure.DataRace(recorder.names().of(location), first, second, trace, "");
    }

    private Failure hang() {
        List<Waiting> waiters = new ArrayList<>();
        List<Waiting> idle = new ArrayList<>();
        boolean mainEnded = false;
        for (Actor actor : execution.actors().all()) {
            if (!(actor instanceof Task task)) {
                continue;
            }
            mainEnded |= task.id() == 0 && task.hasEnded();
            if (!task.hasEnded() && task.operation().kind() == OperationKind.SPIN) {
                return new Failure.Livelock(recorder.describe(task), trace, "");
            }
            if (!task.hasEnded()) {
                (task.operation().isIdle() ? idle : waiters).add(recorder.describe(task));
            }
        }
        return new Failure.Hang(waiters, idle, mainEnded, trace, "");
    }
}
