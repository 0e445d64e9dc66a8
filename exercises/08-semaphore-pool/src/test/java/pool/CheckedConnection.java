package pool;

import bouncer.checks.Gauge;
import java.util.function.Supplier;

/**
 * What the checks put into a pool. All of them are equal, so that only a pool that looks at identity tells them apart.
 */
final class CheckedConnection {
    /** How many have borrowed it now. */
    final Gauge users = new Gauge();

    /** Written by whoever has borrowed it. Plain on purpose: only the pool can hand over what was written here. */
    int uses;

    @Override
    public boolean equals(Object other) {
        return other instanceof CheckedConnection;
    }

    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return "a connection";
    }

    /** A factory that counts. */
    static final class Factory implements Supplier<CheckedConnection> {
        private final Gauge made = new Gauge();

        @Override
        public CheckedConnection get() {
            made.enter();
            return new CheckedConnection();
        }

        /** How many it made so far. */
        int made() {
            return made.now();
        }
    }
}
