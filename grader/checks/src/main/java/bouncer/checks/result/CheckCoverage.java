package bouncer.checks.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much a check has examined, which says how much a pass means. Immutable. */
public sealed interface CheckCoverage {

    /** The check has no coverage to count. */
    record None() implements CheckCoverage {}

    /**
     * The schedules that an exploration has tried.
     *
     * @param executions how many schedules were tried
     * @param complete true if these are all schedules that matter
     * @param preemptions if not null, all schedules with at most this many preemptions were explored, but not all that
     *     matter; null if the exploration is complete or a sample
     */
    record Explored(
            long executions, boolean complete, @Nullable Integer preemptions) implements CheckCoverage {}

    /**
     * The clients, generated from a specification, that were explored.
     *
     * @param clients how many client programs were explored
     * @param executions how many of their schedules were tried, together
     */
    record Clients(int clients, long executions) implements CheckCoverage {}

    /**
     * Rounds on the real machine.
     *
     * @param rounds how many were run and checked
     * @param threads the largest number of threads in a round
     */
    record Stressed(long rounds, int threads) implements CheckCoverage {}

    /**
     * A measurement in pairs.
     *
     * @param ratio the submission's cost divided by the reference's, the median of the pairs
     * @param floor the largest ratio that is accepted
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
