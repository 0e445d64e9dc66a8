package bouncer.checks;

/** What one round of pairs says. */
enum Judgement {
    /** The median ratio is within the floor. */
    FINE,
    /** Beyond the floor, and no submission's cost is as low as any of the reference's. */
    WORSE,
    /** Beyond the floor, but the costs overlap or the reference is too far from itself: the machine is too noisy. */
    UNCLEAR;

    /** How many times its own best the reference may cost at worst before nothing is believed. */
    private static final double MOST_SPREAD = 10;

    /** Judges the pairs; the floor is the ratio up to which nothing is said. A pure function. */
    public static Judgement of(Pairs pairs, double floor) {
        if (pairs.ratio() <= floor) {
            return FINE;
        }
        return pairs.separated() && pairs.spread() <= MOST_SPREAD ? WORSE : UNCLEAR;
    }
}
