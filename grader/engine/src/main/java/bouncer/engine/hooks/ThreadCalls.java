package bouncer.engine.hooks;

import bouncer.engine.library.PlatformThreads;
import bouncer.engine.library.ThreadBuilder;
import bouncer.engine.model.ModelThread;
import bouncer.engine.model.Monitors;
import bouncer.engine.model.ThreadModel;
import bouncer.engine.model.VirtualThreads;
import bouncer.engine.run.Execution;
import bouncer.engine.run.Steps;
import bouncer.engine.run.Task;
import bouncer.engine.run.WaitForGraph;
import bouncer.engine.schedule.OperationKind;
import org.jspecify.annotations.Nullable;

/** Calls of {@code Thread} in instrumented code come here instead; each behaves as the method of its name. */
public final class ThreadCalls {
    private ThreadCalls() {}

    private static Task task(Execution x) {
        Task task = Hooks.caller(x);
        if (task == null) {
            throw new IllegalStateException("not a model thread");
        }
        return task;
    }

    private static boolean off() {
        Execution x = Execution.active();
        return x == null || Hooks.caller(x) == null;
    }

    private static Execution on() {
        Execution x = Execution.active();
        if (x == null) {
            throw new IllegalStateException("no exploration");
        }
        x.points++;
        return x;
    }

    public static Thread currentThread() {
        Execution x = Execution.active();
        Task task = Hooks.caller(x);
        return task == null ? Thread.currentThread() : task.thread;
    }

    /** Ids by the order of making, so that they are the same in every execution; real ones grow from one to the next. */
    public static long getId(Thread thread) {
        if (thread instanceof ModelThread ours) {
            return ours.number();
        }
        Execution x = Execution.active();
        Task task = x == null ? null : ThreadModel.find(x, thread);
        return task == null ? thread.getId() : task.id + 1L;
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
        if (off()) {
            throw new IllegalStateException("a thread was started outside of the exploration");
        }
        Execution x = on();
        ThreadModel.start(x, task(x), thread, thread.getName(), VirtualThreads.body(thread));
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
        if (!off()) {
            Execution x = on();
            ThreadModel.interrupt(x, task(x), thread);
        }
    }

    public static boolean isInterrupted(Thread thread) {
        if (off()) {
            return false;
        }
        Execution x = on();
        return ThreadModel.interrupted(x, task(x), thread, false);
    }

    public static boolean interrupted() {
        if (off()) {
            return false;
        }
        Execution x = on();
        Task task = task(x);
        return ThreadModel.interrupted(x, task, task.thread, true);
    }

    public static void join(Thread thread) throws InterruptedException {
        Execution x = on();
        ThreadModel.join(x, task(x), thread, -1, true);
    }

    public static void join(Thread thread, long millis) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        Execution x = on();
        ThreadModel.join(x, task(x), thread, millis == 0 ? -1 : millis(millis), true);
    }

    public static void join(Thread thread, long millis, int nanos) throws InterruptedException {
        join(thread, nanos > 0 && millis < Long.MAX_VALUE ? millis + 1 : millis);
    }

    public static boolean join(Thread thread, java.time.Duration duration) throws InterruptedException {
        Execution x = on();
        return ThreadModel.join(x, task(x), thread, Math.max(0, nanos(duration)), true);
    }

    public static void sleep(long millis) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        Execution x = on();
        ThreadModel.sleep(x, task(x), millis(millis), true);
    }

    public static void sleep(long millis, int nanos) throws InterruptedException {
        if (millis < 0 || nanos < 0 || nanos > 999_999) {
            throw new IllegalArgumentException("timeout value is negative or nanosecond timeout value out of range");
        }
        Execution x = on();
        ThreadModel.sleep(x, task(x), ThreadModel.later(millis(millis), nanos), true);
    }

    public static void sleep(java.time.Duration duration) throws InterruptedException {
        Execution x = on();
        ThreadModel.sleep(x, task(x), Math.max(0, nanos(duration)), true);
    }

    public static void yield() {
        onSpinWait();
    }

    public static void onSpinWait() {
        Execution x = Execution.active();
        Task task = Hooks.caller(x);
        if (x != null && task != null) {
            x.points++;
            Steps.hint(x, task);
        }
    }

    public static boolean isAlive(Thread thread) {
        if (off()) {
            return thread.isAlive();
        }
        Execution x = on();
        return ThreadModel.alive(x, task(x), thread);
    }

    public static boolean holdsLock(Object object) {
        Execution x = Execution.active();
        Task task = Hooks.caller(x);
        return x != null && task != null && Monitors.holds(x, task, object);
    }

    /** What any thread does matters to it, so this commutes with nothing. */
    public static Thread.State getState(Thread thread) {
        if (off()) {
            return thread.getState();
        }
        Execution x = on();
        Task task = task(x);
        task.op.is(OperationKind.ATOMIC, "asks for the state of a thread").global = true;
        x.step(task);
        return WaitForGraph.state(x, ThreadModel.find(x, thread));
    }

    public static ThreadBuilder.Platform ofPlatform() {
        return new PlatformThreads();
    }

    public static ThreadBuilder.Virtual ofVirtual() {
        return new bouncer.engine.library.VirtualThreadBuilder();
    }

    public static Thread startVirtualThread(Runnable body) {
        Thread thread = VirtualThreads.make("", body);
        startSuper(thread);
        return thread;
    }

    /** A model thread's end is the model's business, but what it is called stays. */
    public static void setDaemon(Thread thread, boolean on) {
        Execution x = Execution.active();
        if (x != null && ThreadModel.lives(x, thread)) {
            throw new IllegalThreadStateException();
        }
        thread.setDaemon(on);
    }

    public static void setDefaultUncaughtExceptionHandler(Thread.@Nullable UncaughtExceptionHandler handler) {
        throw on().lose("the program sets the default handler of uncaught exceptions of the whole process");
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
