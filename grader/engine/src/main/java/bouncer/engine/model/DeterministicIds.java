package bouncer.engine.model;

import bouncer.engine.run.Execution;
import bouncer.engine.run.Task;

/**
 * What an execution counts anew where the JDK would count on for as long as the process lives: threads that were made, those with no name,
 * and hashes. The static initialisers that run before an execution count as a part of it. One exploration at a time.
 */
public final class DeterministicIds {
    /** The threads that a machine has started before a program's own. */
    private static final int FIRST_THREAD = 23;

    private static int threads;
    private static int nameless;
    private static int actors;
    private static int hashes;

    private DeterministicIds() {}

    /** A new execution begins. */
    public static synchronized void renew() {
        threads = 0;
        nameless = 0;
        actors = 0;
        hashes = 0;
    }

    static synchronized int thread() {
        return FIRST_THREAD + threads++;
    }

    static synchronized String name() {
        return "Thread-" + nameless++;
    }

    /**
     * For a thread that a check starts, whatever the check calls it: nothing tells an exploration from other checks. Names
     * of two kinds, so that who treats them differently does so within one execution.
     */
    public static synchronized String actor() {
        return (actors % 2 == 0 ? "Thread-" : "pool-1-thread-") + actors++;
    }

    /** Positive, as identity hashes are. Each thread has its own, so that none can tell from it what others that it has nothing to do with have done. */
    public static synchronized int hash() {
        Execution x = Execution.active();
        Task task = x == null ? null : x.caller();
        int number = task == null ? hashes++ : (task.id + 1) << 24 | task.hashes++;
        return Math.max(1, mix(number) >>> 1);
    }

    /** Last step of MurmurHash3 (Appleby, public domain): every bit of the number in every bit of the result. */
    private static int mix(int number) {
        int h = number + 0x9E3779B9;
        h = (h ^ h >>> 16) * 0x85EBCA6B;
        h = (h ^ h >>> 13) * 0xC2B2AE35;
        return h ^ h >>> 16;
    }
}
