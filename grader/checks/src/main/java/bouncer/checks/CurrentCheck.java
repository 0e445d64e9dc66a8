package bouncer.checks;

/** The running check. Stateless; may be called from any of its threads. */
public final class CurrentCheck {
    private CurrentCheck() {}

    /** Returns the seed for everything random in the check; a later run with the same seed makes the same choices. */
    public static long seed() {
        return CheckRuntime.get().seed();
    }

    /**
     * Reports progress of a long check whose threads may look stuck. Call it after each step, so that the check does
     * not count as hanging.
     */
    public static void progress() {
        CheckRuntime.get().progress();
    }
}
