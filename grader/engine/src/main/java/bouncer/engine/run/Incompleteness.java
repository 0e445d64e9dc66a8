package bouncer.engine.run;

/** What an execution left out, so that nothing more is called complete than was seen. */
public final class Incompleteness {
    boolean spun;
    public boolean weak;
    boolean folded;

    Incompleteness() {}

    /** Whether a loop that only looks again was cut down. */
    public boolean spun() {
        return spun;
    }

    /** Whether accesses weaker than volatile came in an order that the machine may change. */
    public boolean weak() {
        return weak;
    }

    /** Whether it stands for others that were not run and may differ: by weak ordering, or because a cut loop went on though nothing had changed. */
    public boolean standsForOthers() {
        return weak || folded;
    }
}
