package @package@;

/** TODO: the contract. To begin with: adds up what many threads add. */
public final class @class@ {

    /** Starts at 0. */
    public @class@() {}

    /** Adds. */
    public void add(long amount) {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/@slug@/src/main/java/@path@/@class@.java");
    }

    /** Returns the sum of all that was added. */
    public long total() {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/@slug@/src/main/java/@path@/@class@.java");
    }
}
