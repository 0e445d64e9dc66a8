package bouncer.engine.model;

import bouncer.engine.memory.Memory;
import bouncer.engine.run.Execution;
import bouncer.engine.run.Task;
import bouncer.engine.spi.Environment;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that the JDK counts up for as long as the process lives, and that start over with each execution here:
 * threads that were made, those without a name, and identity hashes. The static initialisers that run before an
 * execution belong to it. One exploration at a time.
 */
public final class DeterministicIds {
    private static int threads;
    private static int nameless;
    private static int spawned;
    private static int hashes;

    private DeterministicIds() {}

    /**
     * A new execution begins.
     *
     * @param variation the number of the values that chance has in it
     */
    public static synchronized void renew(int variation) {
        Variation.set(variation);
        threads = 0;
        nameless = 0;
        spawned = 0;
        hashes = 0;
        Inheritance.renew();
    }

    static synchronized long thread() {
        return Variation.id(threads++);
    }

    static synchronized String name() {
        return "Thread-" + nameless++;
    }

    /** Returns the name, as the program sees it, of a thread that is started from outside of the program. */
    static synchronized String spawnedName() {
        return Environment.current().spawnedThreadName(spawned++);
    }

    /**
     * Returns a new number that is as good as random: positive, as identity hashes are, and the same in every run of a
     * schedule.
     */
    public static int fresh() {
        Execution execution = Execution.active();
        Task task = execution == null ? null : execution.caller();
        // Each thread has its own, so that none can tell from it what threads that it is not ordered with have done.
        int number = task == null ? nextHash() : (task.id() + 1) << 24 | task.nextHash();
        return Math.max(1, mix(number) >>> 1);
    }

    private static synchronized int nextHash() {
        return hashes++;
    }

    /**
     * Returns the identity hash of an object.
     *
     * @param known the one that it has already, or 0
     */
    public static int hash(int known) {
        Execution execution = Execution.active();
        int hash = known == 0 ? Variation.hash(fresh()) : known;
        return execution == null ? hash : execution.observers().identityHashes().applyAsInt(hash);
    }

    /** Returns the identity hash of any object. */
    public static int identityHash(@Nullable Object object) {
        if (object instanceof StableHash stable) {
            return stable.bouncer$hash();
        }
        Execution execution = Execution.active();
        if (execution == null || execution.caller() == null || object == null) {
            return System.identityHashCode(object);
        }
        Memory.Parts parts = execution.memory().of(object);
        parts.hash = hash(parts.hash);
        return parts.hash;
    }

    /** Last step of MurmurHash3 (Appleby, public domain): every bit of the number in every bit of the result. */
    private static int mix(int number) {
        int h = number + 0x9E3779B9;
        h = (h ^ h >>> 16) * 0x85EBCA6B;
        h = (h ^ h >>> 13) * 0xC2B2AE35;
        return h ^ h >>> 16;
    }
}
