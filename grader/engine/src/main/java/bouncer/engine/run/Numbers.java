package bouncer.engine.run;

/**
 * What an execution counts from 1 where the JDK would count on for as long as the process lives: threads that were made, those with no name,
 * and identity hashes. The static initialisers that run before an execution count as a part of it. One exploration at a time.
 */
public final class Numbers {
    private static int threads;
    private static int nameless;
    private static int hashes;

    private Numbers() {}

    /** A new execution begins. */
    public static synchronized void renew() {
        threads = 0;
        nameless = 0;
        hashes = 0;
    }

    static synchronized int thread() {
        return ++threads;
    }

    static synchronized String name() {
        return "Thread-" + nameless++;
    }

    static synchronized int hash() {
        return (++hashes * 0x9E3779B1) >>> 4;
    }
}
