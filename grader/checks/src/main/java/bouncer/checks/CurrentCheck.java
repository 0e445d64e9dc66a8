package bouncer.checks;

/** The check that is running. Stateless, callable from each of its threads. */
public final class CurrentCheck {
    private CurrentCheck() {}

    /** Returns the seed for everything random in it: the same seed in a later run repeats what it did. */
    public static long seed() {
        return CheckRuntime.get().seed();
    }

    /**
     * Says that the check is getting on, although its threads may look as if they were stuck: to be called after each step
     * of a long check, so that it is not taken to hang.
     */
    public static void progress() {
        CheckRuntime.get().progress();
    }
}
