package bouncer.checks.finding;

/** How much a check really did, so that a pass can be weighed. */
public sealed interface Coverage {

    /** Nothing to count. */
    record None() implements Coverage {}

    /**
     * Schedules explored.
     *
     * @param executions how many
     * @param complete whether those are all that matter
     */
    record Explored(long executions, boolean complete) implements Coverage {}

    /**
     * Rounds on real cores.
     *
     * @param rounds how many were run and checked
     * @param threads how many threads each had
     */
    record Stressed(long rounds, int threads) implements Coverage {}

    /**
     * A paired measurement.
     *
     * @param ratio the submission's cost over the reference's, median over the pairs
     * @param floor the ratio up to which nothing is said
     * @param pairs how many pairs were measured
     */
    record Timed(double ratio, double floor, int pairs) implements Coverage {}
}
