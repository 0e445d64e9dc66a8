package bouncer.engine.schedule;

/** What a scheduler sees of an execution. */
public interface ExecutionState {
    /** How many steps were taken. */
    int step();

    /** How many tasks there are so far; they are numbered from 0. */
    int tasks();

    /** The task that took the last step, or -1 before the first. */
    int current();

    /**
     * The task that goes on unless there is a reason to turn from it: the current one, mostly; -1 before the first
     * step.
     */
    int continuation();

    /** The ways in which a task can go on now, as bits; 0 if it can't. */
    int branches(int task);

    /** What a task is about to do; it must not have ended. */
    Operation pending(int task);

    /** Whether a task has ended. */
    boolean ended(int task);

    /** The task that started a task, or -1. */
    int parent(int task);
}
