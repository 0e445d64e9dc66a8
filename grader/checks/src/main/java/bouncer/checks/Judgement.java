package bouncer.checks;

/** The result of comparing pairs of measurements. */
enum Judgement {
    /** The median ratio is not above the floor. */
    FINE,
    /** The ratio is above the floor, and each cost of the submission is higher than each cost of the reference. */
    WORSE,
    /**
     * The ratio is above the floor, but the costs overlap or those of the reference vary too much: the machine is
     * noisy.
     */
    UNCLEAR;

    /** The largest ratio between the highest and the lowest cost of the reference in a measurement that counts. */
    private static final double MOST_SPREAD = 10;

    /** Returns the judgement of these pairs. Ratios up to the floor are accepted. A pure function. */
    public static Judgement of(Pairs pairs, double floor) {
        if (pairs.ratio() <= floor) {
            return FINE;
        }
        return pairs.separated() && pairs.spread() <= MOST_SPREAD ? WORSE : UNCLEAR;
    }
}
