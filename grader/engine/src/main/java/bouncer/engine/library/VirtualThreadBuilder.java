package bouncer.engine.library;

import bouncer.engine.ops.ThreadOps;
import org.jspecify.annotations.Nullable;

/** Builds virtual threads of the model. */
public final class VirtualThreadBuilder extends ThreadMaker implements ThreadBuilder.Virtual {
    @Override
    Thread make(@Nullable String called, Runnable task) {
        Thread thread = ThreadOps.virtualThread(task);
        if (called != null) {
            thread.setName(called);
        }
        return thread;
    }

    @Override
    public Virtual name(String name) {
        named(name, -1);
        return this;
    }

    @Override
    public Virtual name(String prefix, long start) {
        numbered(prefix, start);
        return this;
    }

    @Override
    public Virtual inheritInheritableThreadLocals(boolean inherit) {
        return this;
    }

    @Override
    public Virtual uncaughtExceptionHandler(Thread.UncaughtExceptionHandler by) {
        handled(by);
        return this;
    }
}
