package bouncer.checks;

/** The hash codes that {@link System#identityHashCode} gives: nothing promises that they differ. Stateless. */
public final class IdentityHashes {
    private IdentityHashes() {}

    /**
     * From here on, in this execution of an explored check, all of them are the same: a class that puts objects in order
     * by them has to have an answer for a tie. Changes nothing on the real machine, where ties are rare.
     */
    public static void collide() {
        ExecutionEnvironment.current().sameIdentityHashes();
    }
}
