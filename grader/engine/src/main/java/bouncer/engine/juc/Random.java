package bouncer.engine.juc;

/**
 * Model of {@link java.util.Random}: without a seed it starts from one that is always the same, so that every execution of a
 * schedule is the same. Its use by several threads is no step: nothing may depend on it.
 */
public class Random extends java.util.Random {
    private static final long SEED = 42;

    public Random() {
        super(SEED);
    }

    public Random(long seed) {
        super(seed);
    }
}
