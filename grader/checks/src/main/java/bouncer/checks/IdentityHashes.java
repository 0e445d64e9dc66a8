package bouncer.checks;

/** Controls {@link System#identityHashCode}, whose results need not differ between objects. Stateless. */
public final class IdentityHashes {
    private IdentityHashes() {}

    /**
     * Makes all identity hash codes equal for the rest of this execution of an explored check. A class that orders
     * objects by identity hash code must break such ties. Has no effect on the real machine, where ties are rare.
     */
    public static void collide() {
        ExecutionEnvironment.current().sameIdentityHashes();
    }
}
