package @package@;

/** TODO: the contract. To begin with: adds up what many threads add. */
public final class @class@ {

    // New: the state, guarded by this object's monitor.
    private long total;

    /** Starts at 0. */
    public @class@() {}

    /** Adds. */
    public synchronized void add(long amount) {
        total += amount;
    }

    /** Returns the sum of all that was added. */
    public synchronized long total() {
        return total;
    }
}
