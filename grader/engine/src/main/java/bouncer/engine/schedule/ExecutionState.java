package bouncer.engine.schedule;

/** The state of an execution, as a scheduler sees it. */
public interface ExecutionState {
    /** Returns the number of steps so far. */
    int step();

    /** Returns how many tasks there are so far; they are numbered from 0. */
    int tasks();

    /** Returns true if a task sleeps, and is enabled only because other tasks may take any time. */
    default boolean asleep(int task) {
        return false;
    }

    /** Returns the first task of a set that is not asleep, or the first if all are; -1 if the set is empty. */
    default int first(long set) {
        for (long left = set; left != 0; left &= left - 1) {
            if (!asleep(Long.numberOfTrailingZeros(left))) {
                return Long.numberOfTrailingZeros(left);
            }
        }
        return set == 0 ? -1 : Long.numberOfTrailingZeros(set);
    }

    /** The task that took the last step, or -1 before the first. */
    int current();

    /**
     * Returns the task that continues without a preemption, mostly the current one; -1 before the first step.
     */
    int continuation();

    /** Returns the enabled branches of a task as bits; 0 if it is blocked. */
    int branches(int task);

    /** Returns the pending operation of a task, which must not have ended. */
    Operation pending(int task);

    /** Returns true if a task has ended. */
    boolean ended(int task);

    /** Returns the task that started a task, or -1. */
    int parent(int task);
}
