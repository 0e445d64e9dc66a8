package bouncer.engine.library;

import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What there is one of in each execution: the numbers of pools, the common pool, the pools that threads work for. */
final class PerExecution {
    private static PerExecution now = new PerExecution();

    private int pools;
    private int forkJoinPools;
    private int timers;
    private @Nullable ForkJoinPool common;
    private final Map<Thread, ForkJoinPool> poolOf = new WeakHashMap<>();

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

    static void worksFor(Thread thread, ForkJoinPool pool) {
        now.poolOf.put(thread, pool);
    }

    static @Nullable ForkJoinPool poolOf(Thread thread) {
        return now.poolOf.get(thread);
    }
}
