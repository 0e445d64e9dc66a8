package bouncer.engine.schedule;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.MemoryLocation;
import java.util.SplittableRandom;

/**
 * Picks what happens next. Called by one thread at a time.
 *
 * <p>A choice is a task and one of its ways to go on: {@code 32 * task + number of the bit}.
 */
public interface Scheduler {
    /** To cut an execution that need not be seen. */
    int CUT = -1;

    /** A new execution begins. */
    default void begin() {}

    /** What goes next; called only when something can. The state must not be kept beyond the execution. */
    int choose(ExecutionState state);

    /** Time passed, or all had come to rest: what follows comes after all that was. */
    default void quiescence() {}

    /** The last choice turned out to touch a location beyond what was announced. */
    default void lateAccess(ExecutionState state, MemoryLocation loc, AccessKind access) {}

    /**
     * The execution has run as far as it could; its tasks still stand where they ended up. Not called for one that was
     * cut.
     */
    default void executionEnded(ExecutionState state) {}

    /** The last execution does not count, and is run again instead of the next. */
    default void discardExecution() {}

    /** Turns to the next execution; false if there is none. */
    boolean advance();

    /** Makes a choice. */
    static int choice(int task, int bit) {
        return 32 * task + bit;
    }

    /** The task of a choice. */
    static int task(int choice) {
        return choice >> 5;
    }

    /** The way of a choice, as the number of its bit. */
    static int branch(int choice) {
        return choice & 31;
    }

    /** Draws one of several ways, given as bits of which at least one is set; answers the number of its bit. */
    static int anyBranch(int ways, SplittableRandom random) {
        int skip = random.nextInt(Integer.bitCount(ways));
        int left = ways;
        while (skip-- > 0) {
            left &= left - 1;
        }
        return Integer.numberOfTrailingZeros(left);
    }
}
