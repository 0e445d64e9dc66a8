package bouncer.engine.ops;

import bouncer.engine.model.ModelTask;
import bouncer.engine.model.ThreadInspector;
import bouncer.engine.model.VirtualThreads;

/**
 * Threads, for models of library classes. Outside an exploration only {@link #currentThread}, {@link #name} and
 * {@link #threadNumber} may be called; the others throw {@code IllegalStateException}.
 */
public final class ThreadOps {
    private ThreadOps() {}

    /** Returns the calling model thread, as instrumented code sees it; the real thread outside an exploration. */
    public static Thread currentThread() {
        ModelTask task = ModelTask.find();
        return task == null ? Thread.currentThread() : task.thread();
    }

    /**
     * Returns the number of the calling model thread in the order of starts: 0 for the main one, and outside an
     * exploration.
     */
    public static int threadNumber() {
        ModelTask task = ModelTask.find();
        return task == null ? 0 : task.number();
    }

    /** Returns the name of a thread in traces; its own name outside an exploration. */
    public static String name(Thread thread) {
        return ThreadInspector.name(thread);
    }

    /**
     * Makes a virtual thread without a name, for {@link #start}.
     *
     * @throws UnsupportedOperationException before JDK 21
     */
    public static Thread virtualThread(Runnable body) {
        return VirtualThreads.make("", body);
    }

    /**
     * Starts a thread under the model; a step.
     *
     * @param thread one that was not started: also of a subclass or from a ThreadFactory
     */
    public static void start(Thread thread) {
        ModelTask.here().lifecycle().start(thread);
    }

    /** Interrupts a thread; a step. */
    public static void interrupt(Thread thread) {
        ModelTask.here().interrupts().interrupt(thread);
    }

    /** Returns true if a thread is of a class of the program that overrides {@code interrupt}, which must be called. */
    public static boolean overridesInterrupt(Thread thread) {
        return ThreadInspector.overridesInterrupt(thread);
    }

    /** Reads and clears the interrupt status of the calling thread; a step. */
    public static boolean interrupted() {
        ModelTask task = ModelTask.here();
        return task.interrupts().read(task.thread(), true);
    }
}
