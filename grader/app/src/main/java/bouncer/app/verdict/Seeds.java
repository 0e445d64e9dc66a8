package bouncer.app.verdict;

/** The seed of every random choice in a check: the same on every machine, so that a verdict can be repeated. Stateless. */
public final class Seeds {
    /** Odd and large, so that no two series meet: the golden ratio in 64 bits. */
    private static final long STRIDE = 0x9E3779B97F4A7C15L;

    private Seeds() {}

    /** Returns the seed of a check from its id. */
    public static long of(String checkId) {
        return of(checkId, 0);
    }

    /** Returns another seed of the check for each series; series 0 is the one that verdicts rest on. */
    public static long of(String checkId, int series) {
        return checkId.hashCode() + series * STRIDE;
    }
}
