package bouncer.engine.model;

import bouncer.engine.run.Chance;
import java.util.Random;

/**
 * A generator of random numbers that are the same in every execution of a schedule. One that was given no seed draws
 * its first numbers from the ends of their range in some variations.
 */
public class ChanceRandom extends Random {
    /** How many numbers come from an end of the range. */
    private static final int EXTREME = 4;

    private final boolean chance;
    private int drawn;

    /** Without a seed. */
    public ChanceRandom() {
        this(DeterministicIds.fresh(), true);
    }

    /**
     * With a seed.
     *
     * @param chance whether the program did not choose it
     */
    public ChanceRandom(long seed, boolean chance) {
        super(chance ? seed + Variation.number() * 0x9E3779B97F4A7C15L : seed);
        this.chance = chance;
    }

    /** Counts a draw; returns -1, 1 or 0: the lowest number, the highest or any. */
    private int end() {
        if (!chance) {
            return 0;
        }
        Variation.sees(Chance.NUMBERS);
        if (drawn >= EXTREME) {
            return 0;
        }
        drawn++;
        return Variation.isLow() ? -1 : Variation.isHigh() ? 1 : 0;
    }

    @Override
    protected int next(int bits) {
        int end = end();
        if (end == 0) {
            return super.next(bits);
        }
        return end < 0 ? 0 : bits == Integer.SIZE ? -1 : (1 << bits) - 1;
    }

    @Override
    public int nextInt(int bound) {
        int end = bound > 0 ? end() : 0;
        return end == 0 ? super.nextInt(bound) : end < 0 ? 0 : bound - 1;
    }

    @Override
    public int nextInt(int origin, int bound) {
        boolean fits = origin < bound && bound - origin > 0;
        return fits ? origin + nextInt(bound - origin) : super.nextInt(origin, bound);
    }
}
