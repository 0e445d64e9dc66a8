package bouncer.checks;

/**
 * Preconditions on the machine. Where one does not hold, the check is INCONCLUSIVE and costs the student no points.
 * Stateless.
 */
public final class Assume {
    private Assume() {}

    /** Ends the check as inconclusive unless the condition holds; the reason is one sentence for the student. */
    public static void that(boolean condition, String reason) {
        if (!condition) {
            throw new Inconclusive(reason);
        }
    }

    /** Ends the check as inconclusive unless this process may use at least this many processors. */
    public static void processors(int least) {
        int there = Runtime.getRuntime().availableProcessors();
        that(there >= least, "This needs " + least + " processors to show, and this machine offers " + there);
    }
}
