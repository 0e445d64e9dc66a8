package bouncer.engine.run;

/** What an execution left out, so that no search is called complete that did not see it. Used under control only. */
public final class Incompleteness {
    private boolean spinCollapsed;
    private boolean weakOrder;
    private boolean countedLooks;

    Incompleteness() {}

    /** A loop that only looks again was cut down to a wait for a change. */
    public void spinCollapsed() {
        spinCollapsed = true;
    }

    /** Accesses weaker than volatile came in an order that the machine may change. */
    public void weakOrder() {
        weakOrder = true;
    }

    /** As {@link #weakOrder}, if this is so. */
    public void weakOrderIf(boolean so) {
        weakOrder |= so;
    }

    /**
     * A spin loop whose looks were no steps was left though nothing had changed, if this is so: it may have counted
     * them.
     */
    void countedLooksIf(boolean so) {
        countedLooks |= so;
    }

    /** Whether a loop that only looks again was cut down. */
    public boolean isSpinCollapsed() {
        return spinCollapsed;
    }

    /** Whether accesses weaker than volatile came in an order that the machine may change. */
    public boolean isWeaklyOrdered() {
        return weakOrder;
    }

    /** Whether it stands for executions that were not run and may differ. */
    public boolean standsForOthers() {
        return weakOrder || countedLooks;
    }
}
