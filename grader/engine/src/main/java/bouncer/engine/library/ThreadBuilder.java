package bouncer.engine.library;

import java.util.concurrent.ThreadFactory;

/** Model of {@code Thread.Builder}, of 21 and later: the threads it makes are the model's. */
public interface ThreadBuilder {
    ThreadBuilder name(String name);

    ThreadBuilder name(String prefix, long start);

    ThreadBuilder inheritInheritableThreadLocals(boolean inherit);

    ThreadBuilder uncaughtExceptionHandler(Thread.UncaughtExceptionHandler handler);

    Thread unstarted(Runnable task);

    Thread start(Runnable task);

    ThreadFactory factory();

    /** Model of {@code Thread.Builder.OfPlatform}. */
    interface Platform extends ThreadBuilder {
        @Override
        Platform name(String name);

        @Override
        Platform name(String prefix, long start);

        @Override
        Platform inheritInheritableThreadLocals(boolean inherit);

        @Override
        Platform uncaughtExceptionHandler(Thread.UncaughtExceptionHandler handler);

        Platform group(ThreadGroup group);

        Platform daemon(boolean on);

        Platform daemon();

        Platform priority(int priority);

        Platform stackSize(long stackSize);
    }

    /** Model of {@code Thread.Builder.OfVirtual}. */
    interface Virtual extends ThreadBuilder {
        @Override
        Virtual name(String name);

        @Override
        Virtual name(String prefix, long start);

        @Override
        Virtual inheritInheritableThreadLocals(boolean inherit);

        @Override
        Virtual uncaughtExceptionHandler(Thread.UncaughtExceptionHandler handler);
    }
}
