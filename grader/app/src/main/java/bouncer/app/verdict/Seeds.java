package bouncer.app.verdict;

/** The seed of every random choice in a check: the same on every machine, so that a verdict can be repeated. Stateless. */
public final class Seeds {
    private Seeds() {}

    /** Returns the seed of a check from its id. */
    public static long of(String checkId) {
        return checkId.hashCode();
    }
}
