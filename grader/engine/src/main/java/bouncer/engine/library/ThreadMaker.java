package bouncer.engine.library;

import bouncer.engine.ops.ThreadOps;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** What both kinds of builders of threads share; each adds calls that answer itself. */
abstract class ThreadMaker implements Cloneable {
    private @Nullable String name;
    /** The number that the next thread's name ends with; below 0 if names have none. */
    private long number = -1;

    private Thread.@Nullable UncaughtExceptionHandler handler;

    /** Returns a thread that is not started; the given name is null if the program gave none. */
    abstract Thread make(@Nullable String called, Runnable task);

    final void named(String called, long start) {
        name = Objects.requireNonNull(called);
        number = start;
    }

    final void numbered(String prefix, long start) {
        if (start < 0) {
            throw new IllegalArgumentException("'start' is negative");
        }
        named(prefix, start);
    }

    final void handled(Thread.UncaughtExceptionHandler by) {
        handler = Objects.requireNonNull(by);
    }

    public final Thread unstarted(Runnable task) {
        Objects.requireNonNull(task);
        Thread thread = make(name == null || number < 0 ? name : name + number++, task);
        if (handler != null) {
            thread.setUncaughtExceptionHandler(handler);
        }
        return thread;
    }

    public final Thread start(Runnable task) {
        Thread thread = unstarted(task);
        ThreadOps.start(thread);
        return thread;
    }

    /** Goes on from what is set now, and numbers its own threads. */
    public final ThreadFactory factory() {
        try {
            return ((ThreadMaker) clone())::unstarted;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }
}
