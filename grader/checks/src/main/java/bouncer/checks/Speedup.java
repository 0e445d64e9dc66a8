package bouncer.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Checks that two workers are faster than one. Rejects only on a machine on which the reference shows a speedup.
 * Stateless.
 */
public final class Speedup {
    /** The speedup that the reference must exceed in each pair before the submission can be rejected. */
    static final double REFERENCE_GAIN = 1.4;
    /** A submission whose speedup is below this in each pair gains nothing from a second worker. */
    static final double NO_GAIN = 1.1;

    private static final int PAIRS = 5;

    /** The same work for any number of workers. */
    @FunctionalInterface
    public interface Work {
        /** Does the work with this many workers, and returns when all of it is done. */
        void run(int workers) throws Exception;
    }

    private Speedup() {}

    /** As {@link #judge(Fault, Work, Work)}, with the fault that the check's annotation names. */
    public static void judge(Work submission, Work reference) throws Exception {
        judge(CheckRuntime.get().declaredFault(), submission, reference);
    }

    /**
     * Measures the speedup of the submission and of the reference, and judges the first by the second.
     *
     * @throws AssertionError with this fault if two measurements show no speedup of the submission, while the reference
     *     always has one
     * @throws Inconclusive on one processor, or if the reference shows no speedup either
     */
    public static void judge(Fault fault, Work submission, Work reference) throws Exception {
        Assume.processors(2);
        gain(submission);
        gain(reference);
        Pairs gains = measure(submission, reference);
        Judgement judgement = of(gains);
        Pairs last = judgement == Judgement.WORSE ? measure(submission, reference) : gains;
        CheckRuntime.get()
                .timed(Pairs.median(array(last.submission())), NO_GAIN, PAIRS, last.submission(), last.reference());
        if (judgement == Judgement.WORSE && of(last) == Judgement.WORSE) {
            double gain = Pairs.median(array(last.submission()));
            throw CheckRuntime.get()
                    .tooSlow(
                            fault,
                            String.format(
                                    Locale.ROOT,
                                    "Two workers are %.2f times as fast as one; in the reference beside it they are %.2f times",
                                    gain,
                                    Pairs.median(array(last.reference()))),
                            gain,
                            NO_GAIN,
                            2 * PAIRS);
        }
        if (judgement != Judgement.FINE) {
            throw new Inconclusive("This machine has no second processor to spare now, so two workers gain nothing");
        }
    }

    /** Returns the judgement of these speedups: the time of one worker divided by the time of two. A pure function. */
    static Judgement of(Pairs gains) {
        if (Pairs.median(array(gains.submission())) > NO_GAIN) {
            return Judgement.FINE;
        }
        boolean shown = gains.reference().stream().allMatch(gain -> gain > REFERENCE_GAIN);
        boolean none = gains.submission().stream().allMatch(gain -> gain < NO_GAIN);
        return shown && none ? Judgement.WORSE : Judgement.UNCLEAR;
    }

    private static Pairs measure(Work submission, Work reference) throws Exception {
        List<Double> mine = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            mine.add(gain(submission));
            theirs.add(gain(reference));
        }
        return new Pairs(mine, theirs);
    }

    /**
     * Returns one speedup, from four runs with one, two, two and one workers, so that a drift of the machine cancels
     * out.
     */
    private static double gain(Work work) throws Exception {
        double one = time(work, 1);
        double two = time(work, 2) + time(work, 2);
        one += time(work, 1);
        return one / two;
    }

    private static double time(Work work, int workers) throws Exception {
        long start = System.nanoTime();
        work.run(workers);
        CheckRuntime.get().progress();
        return Math.max(1, System.nanoTime() - start);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
