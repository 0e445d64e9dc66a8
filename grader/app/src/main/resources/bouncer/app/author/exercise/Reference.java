package @package@;

/** TODO: the contract. For now: a sum to which many threads add. */
public final class @class@ {

    // New: the state, guarded by this object's monitor.
    private long total;

    /** Creates a sum of 0. */
    public @class@() {}

    /** Adds this amount, which may be negative. */
    public synchronized void add(long amount) {
        total += amount;
    }

    /** Returns the sum of all amounts. */
    public synchronized long total() {
        return total;
    }
}
