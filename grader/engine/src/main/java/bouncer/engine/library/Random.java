package bouncer.engine.library;

import bouncer.engine.model.ChanceRandom;

/**
 * Model of {@link java.util.Random}: without a seed it starts from one that is the same in every execution of a
 * schedule, though no two start from the same. Its use by several threads is no step: nothing may depend on it.
 */
public class Random extends ChanceRandom {
    public Random() {}

    public Random(long seed) {
        super(seed, false);
    }

    /** With a seed that the program did not choose. */
    Random(long seed, boolean chance) {
        super(seed, chance);
    }
}
