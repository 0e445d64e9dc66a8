package bouncer.engine.schedule;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.MemoryLocation;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the next step. Not thread-safe.
 *
 * <p>A choice is a task and one of its branches: {@code 32 * task + number of the bit}.
 */
public interface Scheduler {
    /** Cuts an execution as redundant. */
    int CUT = -1;

    /** A new execution begins. */
    default void begin() {}

    /** Returns the next choice, or {@link #CUT}. Called only if a task is enabled; the state must not be kept. */
    int choose(ExecutionState state);

    /** Returns the most tasks of an execution that it can order. */
    default int mostTasks() {
        return Integer.MAX_VALUE;
    }

    /** Called at quiescence or when time passes: all later steps depend on all earlier ones. */
    default void quiescence() {}

    /** Called when time passes while only tasks that sleep are enabled, which they have been before. */
    default void timePasses() {}

    /** Called if the last step touches a location that it did not announce. */
    default void lateAccess(ExecutionState state, MemoryLocation loc, AccessKind access) {}

    /**
     * Called at the end of an execution that was not cut, before its tasks are unwound.
     */
    default void executionEnded(ExecutionState state) {}

    /** Discards the last execution, which is run again. */
    default void discardExecution() {}

    /**
     * Returns, for each task, the number of its latest step that the next step of a task depends on, plus 1; null if
     * this scheduler does not keep the dependence of steps.
     */
    default int @Nullable [] dependence(int task) {
        return null;
    }

    /** Prepares the next execution; returns false if there is none. */
    boolean advance();

    /** Makes a choice. */
    static int choice(int task, int bit) {
        return 32 * task + bit;
    }

    /** Returns the task of a choice. */
    static int task(int choice) {
        return choice >> 5;
    }

    /** Returns the branch of a choice, as the number of its bit. */
    static int branch(int choice) {
        return choice & 31;
    }

    /** Draws one of several branches, given as bits of which at least one is set, and returns its number. */
    static int anyBranch(int ways, SplittableRandom random) {
        int skip = random.nextInt(Integer.bitCount(ways));
        int left = ways;
        while (skip-- > 0) {
            left &= left - 1;
        }
        return Integer.numberOfTrailingZeros(left);
    }
}
