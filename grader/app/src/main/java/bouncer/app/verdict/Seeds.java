package bouncer.app.verdict;

/** Computes the seed of a check's random choices: the same on every machine, so that verdicts repeat. Stateless. */
public final class Seeds {
    /** An odd number, so that no two series have the same seed: the golden ratio in 64 bits. */
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
