package bouncer.engine.model;

import bouncer.engine.ThreadStanding;
import bouncer.engine.run.Execution;
import bouncer.engine.run.Task;
import bouncer.engine.schedule.OperationKind;
import org.jspecify.annotations.Nullable;

/** Queries about the threads of an execution that are no steps. Stateless. */
public final class ThreadInspector {
    private ThreadInspector() {}

    /** Returns true if a thread spins on locations that do not change. */
    public static boolean isSpinning(Execution execution, Thread thread) {
        Task task = execution.actors().find(thread);
        return task != null && !task.hasEnded() && task.operation().kind() == OperationKind.SPIN;
    }

    /** Returns true if a thread has ended. */
    public static boolean hasEnded(Execution execution, Thread thread) {
        Task task = execution.actors().find(thread);
        return task != null && task.hasEnded();
    }

    /** Stops a thread after so many steps, or lets it go on if they are below 0. */
    public static void hold(Execution execution, Thread thread, int steps) {
        Task task = execution.actors().find(thread);
        if (task != null) {
            task.hold(steps);
        }
    }

    /** Returns true if a thread is of a class of the program that overrides {@code interrupt}. */
    public static boolean overridesInterrupt(Thread thread) {
        try {
            Class<?> declarer = thread.getClass().getMethod("interrupt").getDeclaringClass();
            return declarer != Thread.class && !declarer.getName().startsWith("java.");
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns how a thread of the running execution stands. */
    public static ThreadStanding standing(Thread thread) {
        Task task = find(thread);
        if (task == null || task.hasEnded()) {
            return ThreadStanding.ENDED;
        }
        if (task.isHeld()) {
            return ThreadStanding.HELD;
        }
        OperationKind kind = task.operation().kind();
        if (kind == OperationKind.SPIN) {
            return ThreadStanding.SPINNING;
        }
        if (kind == OperationKind.SLEEP) {
            return ThreadStanding.SLEEPING;
        }
        return task.operation().isTimed() ? ThreadStanding.TIMED : ThreadStanding.BLOCKED;
    }

    /** Returns the interrupt status of a thread of the running execution. */
    public static boolean isInterrupted(Thread thread) {
        Task task = find(thread);
        return task != null && task.isInterrupted();
    }

    private static @Nullable Task find(Thread thread) {
        Execution execution = Execution.active();
        return execution == null ? null : execution.actors().find(thread);
    }

    /** Returns the name of a thread in traces; its own name outside an exploration. */
    public static String name(Thread thread) {
        Execution execution = Execution.active();
        @Nullable Task task = execution == null ? null : execution.actors().find(thread);
        return task == null ? thread.getName() : task.name();
    }
}
