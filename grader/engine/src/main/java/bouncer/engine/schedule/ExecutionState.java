package bouncer.engine.schedule;

/** The state of an execution, as a scheduler sees it. */
public interface ExecutionState {
    /** Returns the number of steps so far. */
    int step();

    /** Returns how many tasks there are so far; they are numbered from 0. */
    int tasks();

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
