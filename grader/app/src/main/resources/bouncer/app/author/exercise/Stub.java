package @package@;

/** TODO: the contract. For now: a sum to which many threads add. */
public final class @class@ {

    /** Creates a sum of 0. */
    public @class@() {}

    /** Adds this amount, which may be negative. */
    public void add(long amount) {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/@slug@/src/main/java/@path@/@class@.java");
    }

    /** Returns the sum of all amounts. */
    public long total() {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/@slug@/src/main/java/@path@/@class@.java");
    }
}
