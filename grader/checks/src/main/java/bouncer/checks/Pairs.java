package bouncer.checks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Costs of a submission and of its reference, measured in pairs next to each other. Immutable.
 *
 * @param submission the submission's cost in each pair; more is worse
 * @param reference the reference's cost in each pair, greater than 0
 */
record Pairs(List<Double> submission, List<Double> reference) {
    public Pairs {
        submission = List.copyOf(submission);
        reference = List.copyOf(reference);
        if (submission.size() != reference.size() || submission.isEmpty()) {
            throw new IllegalArgumentException(submission.size() + " costs against " + reference.size());
        }
    }

    /** The median of the ratios: a machine that is slow for a while is slow for both halves of a pair. */
    public double ratio() {
        return median(IntStream.range(0, submission.size())
                .mapToDouble(i -> submission.get(i) / reference.get(i))
                .toArray());
    }

    /** Whether even the submission's best is worse than the reference's worst: no overlap that luck could explain. */
    public boolean separated() {
        return best(submission) > worst(reference);
    }

    /** How far the reference is from itself: its worst over its best, 1 on a silent machine. */
    public double spread() {
        return worst(reference) / best(reference);
    }

    private static double best(List<Double> costs) {
        return costs.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    private static double worst(List<Double> costs) {
        return costs.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** The middle value, or the mean of the two middle ones. */
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
