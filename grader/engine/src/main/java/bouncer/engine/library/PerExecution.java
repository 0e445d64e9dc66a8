package bouncer.engine.library;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What there is one of in each execution: the numbers of pools, the common pool, the threads that use fork-join pools. */
final class PerExecution {
    private static PerExecution now = new PerExecution();

    private int pools;
    private int forkJoinPools;
    private int timers;
    private @Nullable ForkJoinPool common;
    private final Set<Thread> pushers = Collections.newSetFromMap(new IdentityHashMap<>());

    private PerExecution() {}

    /** Forgets the last execution. */
    static void renew() {
        now = new PerExecution();
    }

    static int nextPool() {
        return ++now.pools;
    }

    static int nextForkJoinPool() {
        return ++now.forkJoinPools;
    }

    static int nextTimer() {
        return now.timers++;
    }

    static ForkJoinPool commonPool(Supplier<ForkJoinPool> make) {
        ForkJoinPool pool = now.common;
        if (pool == null) {
            pool = make.get();
            now.common = pool;
        }
        return pool;
    }

    /** Records that a thread has handed a task to a fork-join pool. */
    static void pushes(Thread thread) {
        now.pushers.add(thread);
    }

    /** Returns true if a thread has handed a task to a fork-join pool before. */
    static boolean hasPushed(Thread thread) {
        return now.pushers.contains(thread);
    }
}
