package bouncer.bench;

/**
 * The measurement of one tool on one program.
 *
 * @param executions the number of schedules that were run
 * @param nanos the duration in nanoseconds, in a warm JVM
 * @param found whether a failure was found
 * @param complete whether the exploration was exhaustive
 */
record Measurement(long executions, long nanos, boolean found, boolean complete) {
    private static final double SECOND = 1e9;

    double perSecond() {
        return executions * SECOND / nanos;
    }

    double seconds() {
        return nanos / SECOND;
    }
}
