package bouncer.engine.schedule;

/**
 * The ways in which a pending operation can complete, other than a numbered choice. A set of branches is an {@code int}
 * with one bit for each; a choice among n alternatives uses the n lowest bits for those instead.
 */
public enum Branch {
    /** The operation does what it is for. */
    READY,
    /** A wait ends because its time is over. */
    TIMEOUT,
    /** A wait ends by interrupt. */
    INTERRUPT,
    /** A wait ends without a reason, or a weak compare-and-set fails without one. */
    SPURIOUS,
    /** As READY, but the thread is delayed until its deadline has passed. */
    LATE;

    /** Returns the set that holds only this branch. */
    public int mask() {
        return 1 << ordinal();
    }

    /** Returns true if a set holds this branch. */
    public boolean in(int branches) {
        return (branches & mask()) != 0;
    }

    /** Returns true if a branch number, as in {@link Scheduler#branch}, is this one. */
    public boolean is(int number) {
        return number == ordinal();
    }
}
