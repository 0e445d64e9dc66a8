package bouncer.checks.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much a check really did, so that a pass can be weighed. */
public sealed interface CheckCoverage {

    /** Nothing to count. */
    record None() implements CheckCoverage {}

    /**
     * Schedules explored.
     *
     * @param executions how many
     * @param complete whether those are all that matter
     * @param preemptions all schedules with at most so many preemptions were explored, though not all that matter; null
     *     when they are all, or a sample only
     */
    record Explored(
            long executions, boolean complete, @Nullable Integer preemptions) implements CheckCoverage {}

    /**
     * Rounds on real cores.
     *
     * @param rounds how many were run and checked
     * @param threads how many threads each had
     */
    record Stressed(long rounds, int threads) implements CheckCoverage {}

    /**
     * A paired measurement.
     *
     * @param ratio the submission's cost over the reference's, median over the pairs
     * @param floor the ratio up to which nothing is said
     * @param pairs how many pairs were measured
     * @param submission the submission's cost in each pair, in nanoseconds unless the check says otherwise
     * @param reference the reference's cost in each pair
     */
    record Timed(double ratio, double floor, int pairs, List<Double> submission, List<Double> reference)
            implements CheckCoverage {
        public Timed {
            submission = List.copyOf(submission);
            reference = List.copyOf(reference);
        }
    }
}
