package bouncer.engine.model;

import bouncer.engine.Limits;
import bouncer.engine.run.Chance;
import bouncer.engine.run.Execution;
import bouncer.engine.spi.Environment;

/**
 * The values that chance has in the executions under way. A search of a program that sees any of them tries several
 * variations, each of which is the same in every execution of a schedule. One exploration at a time.
 */
public final class Variation {
    /** The number of variations besides the usual one. */
    public static final int OTHERS = Limits.VARIATIONS;
    /** The first number whose draws begin with the lowest values, and the one with the highest. */
    private static final int LOW = 1;

    private static final int HIGH = 2;
    /** There are only two hashes. */
    private static final int COLLIDING = 6;
    /** There is only one hash. */
    private static final int EQUAL = 4;

    private static final int[] PROCESSORS = {0, 1, 2, 16, 3, 64, 8, 5};
    private static final long[] FREE = {187_432_104, 1_048_576, 3_221_225_472L, 65_536, 12_582_912, 700_000_000, 1, 0};
    private static final long[] TOTAL = {
        259_522_560, 16_777_216, 4_294_967_296L, 8_388_608, 67_108_864, 1_073_741_824, 8_388_608, 8_388_608
    };
    private static final long[] FIRST_ID = {23, 70_011, 130, 40, 1_000_003, 23, 900, 23};
    private static final long[] ID_STEP = {1, 1, 65_536, 256, 7, 1, 1, 128};

    private static volatile int number;

    private Variation() {}

    /** Records that the program under way sees what chance decides, so that its result may depend on it. */
    public static void sees(Chance chance) {
        Execution execution = Execution.active();
        if (execution != null) {
            execution.result().sees(chance);
        }
    }

    static void set(int which) {
        number = which;
    }

    /** Returns the number of the variation; 0 is the usual one. */
    public static int number() {
        return number;
    }

    /** Returns true if what is drawn first is as low as it can be. */
    static boolean isLow() {
        return number == LOW;
    }

    /** Returns true if what is drawn first is as high as it can be. */
    static boolean isHigh() {
        return number == HIGH;
    }

    /** Returns an identity hash for the usual one: in the same order, in the opposite order, or equal to others. */
    static int hash(int usual) {
        if (number == EQUAL) {
            return 2;
        }
        if (number == COLLIDING) {
            return (usual & 1) | 2;
        }
        int turned = number % 2 == 0 ? usual : ~usual & Integer.MAX_VALUE;
        return Math.max(1, number < 2 ? turned : Integer.rotateLeft(turned, number) & Integer.MAX_VALUE);
    }

    /** Returns the id of the n-th thread. */
    static long id(int n) {
        return FIRST_ID[number] + n * ID_STEP[number];
    }

    /** Returns the number of processors. */
    public static int processors() {
        return number == 0 ? Environment.current().processors() : PROCESSORS[number];
    }

    /** Returns the size of the heap in bytes, as small as it is or as large as it gets. */
    public static long totalMemory() {
        return TOTAL[number];
    }

    /** Returns how much of it is free. */
    public static long freeMemory() {
        return FREE[number];
    }
}
