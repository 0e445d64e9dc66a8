package bouncer.engine.library;

import bouncer.engine.ops.TimeOps;

/**
 * Model of {@link java.util.Random}: without a seed it starts from one that is the same in every execution of a
 * schedule, though no two start from the same. Its use by several threads is no step: nothing may depend on it.
 */
public class Random extends java.util.Random {
    public Random() {
        super(TimeOps.seed());
    }

    public Random(long seed) {
        super(seed);
    }
}
