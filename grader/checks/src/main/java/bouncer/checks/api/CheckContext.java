package bouncer.checks.api;

import bouncer.checks.finding.Coverage;

/**
 * What the running check may know of its own run. One check runs at a time in a worker, so this is plain static state,
 * safe to read from every thread of the check.
 */
public final class CheckContext {
    private static volatile On on = On.PLATFORM;
    private static volatile long seed;
    private static volatile Coverage coverage = new Coverage.None();

    private CheckContext() {}

    /** Called by whoever runs checks, before each. */
    public static void begin(On newOn, long newSeed) {
        on = newOn;
        seed = newSeed;
        coverage = new Coverage.None();
    }

    /** The kind of thread the check's own threads are to be. */
    public static On on() {
        return on;
    }

    /** The seed for everything random in the check. */
    public static long seed() {
        return seed;
    }

    /** Records how much was done; the last call counts. */
    public static void record(Coverage done) {
        coverage = done;
    }

    /** How much was done. */
    public static Coverage coverage() {
        return coverage;
    }
}
