package pool;

import bouncer.checks.Gauge;
import java.util.function.Supplier;

/**
 * The connection of the checks. All instances are equal, so that only a pool that compares identities distinguishes
 * them.
 */
final class CheckedConnection {
    /** Counts the threads that use this connection. */
    final Gauge users = new Gauge();

    /** Written by the borrower. Plain on purpose: only the pool can make the writes visible to the next one. */
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

    /** A factory that counts its connections. */
    static final class Factory implements Supplier<CheckedConnection> {
        private final Gauge made = new Gauge();

        @Override
        public CheckedConnection get() {
            made.enter();
            return new CheckedConnection();
        }

        /** Returns how many connections were made so far. */
        int made() {
            return made.now();
        }
    }
}
