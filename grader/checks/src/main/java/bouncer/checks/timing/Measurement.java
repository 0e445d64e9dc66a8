package bouncer.checks.timing;

import bouncer.checks.api.Action;

/** Something with a cost. */
@FunctionalInterface
public interface Measurement {
    /** Does it once and returns what it cost, in nanoseconds unless the check says otherwise; more is worse. */
    double cost() throws Exception;

    /** The wall time of an action. */
    static Measurement timeOf(Action action) {
        return () -> {
            long start = System.nanoTime();
            action.run();
            return System.nanoTime() - start;
        };
    }
}
