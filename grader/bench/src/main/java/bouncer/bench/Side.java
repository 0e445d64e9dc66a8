package bouncer.bench;

/**
 * What one tool did with one program.
 *
 * @param executions how many schedules were run
 * @param nanos how long it took, warm
 * @param found whether a failure was found
 * @param complete whether that was every schedule that matters
 */
record Side(long executions, long nanos, boolean found, boolean complete) {
    private static final double SECOND = 1e9;

    double perSecond() {
        return executions * SECOND / nanos;
    }

    double seconds() {
        return nanos / SECOND;
    }
}
