package bouncer.engine.library;

import bouncer.engine.model.ModelThread;
import org.jspecify.annotations.Nullable;

/** Builds platform threads of the model. */
@SuppressWarnings("ThreadPriorityCheck") // hands on what the program asks for
public final class PlatformThreads extends ThreadMaker implements ThreadBuilder.Platform {
    private @Nullable ThreadGroup group;
    private @Nullable Boolean daemon;
    private int priority;

    @Override
    Thread make(@Nullable String called, Runnable task) {
        Thread thread = called == null ? new ModelThread(group, task) : new ModelThread(group, task, called);
        if (daemon != null) {
            thread.setDaemon(daemon);
        }
        if (priority != 0) {
            thread.setPriority(priority);
        }
        return thread;
    }

    @Override
    public Platform name(String name) {
        named(name, -1);
        return this;
    }

    @Override
    public Platform name(String prefix, long start) {
        numbered(prefix, start);
        return this;
    }

    @Override
    public Platform inheritInheritableThreadLocals(boolean inherit) {
        return this;
    }

    @Override
    public Platform uncaughtExceptionHandler(Thread.UncaughtExceptionHandler by) {
        handled(by);
        return this;
    }

    @Override
    public Platform group(ThreadGroup of) {
        group = of;
        return this;
    }

    @Override
    public Platform daemon(boolean on) {
        daemon = on;
        return this;
    }

    @Override
    public Platform daemon() {
        return daemon(true);
    }

    @Override
    public Platform priority(int wanted) {
        if (wanted < Thread.MIN_PRIORITY || wanted > Thread.MAX_PRIORITY) {
            throw new IllegalArgumentException();
        }
        priority = wanted;
        return this;
    }

    @Override
    public Platform stackSize(long stackSize) {
        if (stackSize < 0) {
            throw new IllegalArgumentException();
        }
        return this;
    }
}
