package bouncer.engine.library;

import bouncer.engine.ops.ThreadOps;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Model of {@link java.util.concurrent.ThreadLocalRandom}: one for each thread, the same numbers in every execution.
 */
public class ThreadLocalRandom extends Random {
    private static final Map<Thread, ThreadLocalRandom> OF = new WeakHashMap<>();

    private ThreadLocalRandom(long seed) {
        super(seed, true);
    }

    /** Returns the one of the calling thread. */
    public static synchronized ThreadLocalRandom current() {
        Thread me = ThreadOps.currentThread();
        return OF.computeIfAbsent(me, thread -> new ThreadLocalRandom(~ThreadOps.threadNumber() * 0x9E3779B97F4A7C15L));
    }

    private boolean made() {
        return true;
    }

    @Override
    public synchronized void setSeed(long seed) {
        if (initialised) {
            throw new UnsupportedOperationException();
        }
        super.setSeed(seed);
    }

    private final boolean initialised = made();
}
