package bouncer.engine.run;

/** The interleavings that an execution left out, so that no such search is called complete. Not thread-safe. */
public final class Incompleteness {
    private boolean spinCollapsed;
    private boolean weakOrder;
    private boolean countedLooks;
    private boolean assumedInTime;

    Incompleteness() {}

    /** Records that a spin loop was replaced by a wait for a change. */
    public void spinCollapsed() {
        spinCollapsed = true;
    }

    /** If the argument is true, records that waits of a short limit were taken to end in time. */
    void assumedInTimeIf(boolean so) {
        assumedInTime |= so;
    }

    /** Records accesses weaker than volatile that hardware may reorder. */
    public void weakOrder() {
        weakOrder = true;
    }

    /** Calls {@link #weakOrder} if the argument is true. */
    public void weakOrderIf(boolean so) {
        weakOrder |= so;
    }

    /**
     * If the argument is true, records that a thread left a spin loop though nothing had changed: it may have counted
     * its iterations, which were not steps.
     */
    void countedLooksIf(boolean so) {
        countedLooks |= so;
    }

    /** Returns true if a spin loop was replaced by a wait. */
    public boolean isSpinCollapsed() {
        return spinCollapsed;
    }

    /** Returns true if accesses weaker than volatile may be reordered by hardware. */
    public boolean isWeaklyOrdered() {
        return weakOrder;
    }

    /** Returns true if the execution represents others that were not run and may end differently. */
    public boolean standsForOthers() {
        return weakOrder || countedLooks || assumedInTime;
    }
}
