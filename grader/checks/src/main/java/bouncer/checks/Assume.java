package bouncer.checks;

/** Says what a check needs of the machine; where it is not so the check is INCONCLUSIVE and costs nothing. Stateless. */
public final class Assume {
    private Assume() {}

    /** Ends the check as inconclusive unless the condition holds; the reason is one sentence for the student. */
    public static void that(boolean condition, String reason) {
        if (!condition) {
            throw new Inconclusive(reason);
        }
    }

    /** Ends the check as inconclusive unless this process may use so many processors. */
    public static void processors(int least) {
        int there = Runtime.getRuntime().availableProcessors();
        that(there >= least, "This needs " + least + " processors to show, and this machine offers " + there);
    }
}
