package bouncer.checks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Costs of a submission and of its reference, measured alternately, in pairs. Immutable.
 *
 * @param submission the submission's cost in each pair; higher is worse
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

    /** Returns these pairs and those of another measurement. */
    Pairs and(Pairs more) {
        return new Pairs(
                Stream.concat(submission.stream(), more.submission.stream()).toList(),
                Stream.concat(reference.stream(), more.reference.stream()).toList());
    }

    /** Returns the median of the ratios. A machine that is slow for a while affects both costs of a pair. */
    public double ratio() {
        return median(IntStream.range(0, submission.size())
                .mapToDouble(i -> submission.get(i) / reference.get(i))
                .toArray());
    }

    /** Returns true if the submission's lowest cost is higher than the reference's highest one. */
    public boolean separated() {
        return best(submission) > worst(reference);
    }

    /** Returns the ratio of the reference's highest cost to its lowest one, which is near 1 on an idle machine. */
    public double spread() {
        return worst(reference) / best(reference);
    }

    private static double best(List<Double> costs) {
        return costs.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    private static double worst(List<Double> costs) {
        return costs.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** Returns the middle value, or the mean of the two middle ones. */
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
