package bouncer.engine.hooks;

import bouncer.engine.model.Lifecycle;
import bouncer.engine.model.ModelTask;
import bouncer.engine.model.ModelThread;
import bouncer.engine.model.Variation;
import bouncer.engine.model.VirtualThreads;
import bouncer.engine.run.Actors;
import bouncer.engine.run.Chance;
import bouncer.engine.run.Execution;
import bouncer.engine.run.Task;
import bouncer.engine.run.VirtualTime;
import bouncer.engine.run.WaitForGraph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls of {@code Thread} in instrumented code come here instead; each behaves as the method of its name. */
public final class ThreadCalls {
    private ThreadCalls() {}

    private static ModelTask caller() {
        ModelTask task = ModelTask.counted();
        if (task == null) {
            throw new IllegalStateException("not a thread of an exploration");
        }
        return task;
    }

    public static Thread currentThread() {
        ModelTask task = ModelTask.controlled();
        if (task == null) {
            return Thread.currentThread();
        }
        task.reachesOutside();
        return task.thread();
    }

    /**
     * Ids by the order of making, so that they are the same in every execution; real ones grow from one to the next.
     */
    public static long getId(Thread thread) {
        Variation.sees(Chance.IDS);
        if (thread instanceof ModelThread ours) {
            return ours.number();
        }
        Execution execution = Execution.active();
        Task task = execution == null ? null : execution.actors().find(thread);
        return task == null ? thread.getId() : task.id() + 1L;
    }

    public static long threadId(Thread thread) {
        return getId(thread);
    }

    public static void start(Thread thread) {
        if (overrides(thread, "start")) {
            thread.start();
        } else {
            startSuper(thread);
        }
    }

    public static void startSuper(Thread thread) {
        ModelTask task = ModelTask.counted();
        if (task == null) {
            throw new IllegalStateException("a thread was started outside of the exploration");
        }
        task.lifecycle().start(thread);
    }

    private static boolean overrides(Thread thread, String method, Class<?>... parameters) {
        if (thread.getClass() == Thread.class || VirtualThreads.isVirtual(thread)) {
            return false;
        }
        try {
            return thread.getClass().getMethod(method, parameters).getDeclaringClass() != Thread.class;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    public static void interrupt(Thread thread) {
        if (overrides(thread, "interrupt")) {
            thread.interrupt();
        } else {
            interruptSuper(thread);
        }
    }

    public static void interruptSuper(Thread thread) {
        ModelTask task = ModelTask.counted();
        if (task != null) {
            task.interrupts().interrupt(thread);
        }
    }

    public static boolean isInterrupted(Thread thread) {
        ModelTask task = ModelTask.counted();
        return task != null && task.interrupts().read(thread, false);
    }

    public static boolean interrupted() {
        ModelTask task = ModelTask.counted();
        return task != null && task.interrupts().read(task.thread(), true);
    }

    public static void join(Thread thread) throws InterruptedException {
        boolean unused = caller().lifecycle().join(thread, Lifecycle.FOREVER, true);
    }

    public static void join(Thread thread, long millis) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        long nanos = millis == 0 ? Lifecycle.FOREVER : millis(millis);
        boolean unused = caller().lifecycle().join(thread, nanos, true);
    }

    public static void join(Thread thread, long millis, int nanos) throws InterruptedException {
        join(thread, nanos > 0 && millis < Long.MAX_VALUE ? millis + 1 : millis);
    }

    public static boolean join(Thread thread, java.time.Duration duration) throws InterruptedException {
        return caller().lifecycle().join(thread, Math.max(0, nanos(duration)), true);
    }

    public static void sleep(long millis) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        caller().parking().sleep(millis(millis), true);
    }

    public static void sleep(long millis, int nanos) throws InterruptedException {
        if (millis < 0 || nanos < 0 || nanos > 999_999) {
            throw new IllegalArgumentException("timeout value is negative or nanosecond timeout value out of range");
        }
        caller().parking().sleep(VirtualTime.later(millis(millis), nanos), true);
    }

    public static void sleep(java.time.Duration duration) throws InterruptedException {
        caller().parking().sleep(Math.max(0, nanos(duration)), true);
    }

    public static void yield() {
        onSpinWait();
    }

    public static void onSpinWait() {
        ModelTask task = ModelTask.counted();
        if (task != null) {
            task.steps().hint();
        }
    }

    public static boolean isAlive(Thread thread) {
        ModelTask task = ModelTask.counted();
        return task == null ? thread.isAlive() : task.lifecycle().isAlive(thread);
    }

    public static boolean holdsLock(Object object) {
        ModelTask task = ModelTask.controlled();
        return task != null && task.monitors().holds(object);
    }

    /** A step of any thread may change the result, so this commutes with nothing. */
    public static Thread.State getState(Thread thread) {
        ModelTask task = ModelTask.counted();
        if (task == null) {
            return thread.getState();
        }
        Actors actors = task.execution().actors();
        return task.steps()
                .observe(
                        List.of("state", thread),
                        "asks for the state of a thread",
                        () -> WaitForGraph.state(actors.find(thread)));
    }

    public static Thread startVirtualThread(Runnable body) {
        Thread thread = VirtualThreads.make("", body);
        startSuper(thread);
        return thread;
    }

    /** A thread that lives can't become a daemon, nor stop being one. */
    public static void setDaemon(Thread thread, boolean on) {
        Execution execution = Execution.active();
        Task task = execution == null ? null : execution.actors().find(thread);
        if (task != null && !task.hasEnded()) {
            throw new IllegalThreadStateException();
        }
        thread.setDaemon(on);
    }

    public static void setDefaultUncaughtExceptionHandler(Thread.@Nullable UncaughtExceptionHandler handler) {
        throw caller().execution()
                .lose("the program sets the default handler of uncaught exceptions of the whole process");
    }

    static long millis(long millis) {
        return millis > Long.MAX_VALUE / 1_000_000 ? Long.MAX_VALUE : millis * 1_000_000;
    }

    private static long nanos(java.time.Duration duration) {
        try {
            return duration.toNanos();
        } catch (ArithmeticException e) {
            return duration.isNegative() ? 0 : Long.MAX_VALUE;
        }
    }
}
