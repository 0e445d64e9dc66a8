package bouncer.engine.schedule;

/**
 * Starves each task in one execution: before each of its writes, another task writes first. A task that retries a
 * compare-and-set or a lock a bounded number of times uses up all its attempts.
 */
public final class StarvationScheduler implements Scheduler {
    /**
     * The number of consecutive steps of the starved task after which another task is chosen, as it may spin on that
     * one.
     */
    private static final int PATIENCE = 100;

    /** How many steps of others a write of the starved task waits for one that disturbs it. */
    private static final int DELAY = 30;

    private int victim;
    private int tasks;
    private int inARow;
    private int delayed;
    /** Whether another task has changed the location that the starved task is about to write. */
    private boolean disturbed;

    @Override
    public void begin() {
        victim++;
        inARow = 0;
        delayed = 0;
        disturbed = false;
    }

    @Override
    public void discardExecution() {
        victim--;
    }

    @Override
    public int choose(ExecutionState state) {
        tasks = Math.max(tasks, state.tasks());
        boolean can = victim < state.tasks() && state.branches(victim) != 0;
        Operation own = can ? state.pending(victim) : null;
        int other = other(state);
        if (own != null && (other < 0 || ((disturbed || delayed > DELAY || !own.writes()) && inARow < PATIENCE))) {
            disturbed = false;
            delayed = 0;
            inARow++;
            return choice(state, victim);
        }
        inARow = 0;
        delayed++;
        Operation next = state.pending(other);
        disturbed |= own != null && next.writes() && next.conflicts(own);
        return choice(state, other);
    }

    /** Returns the task to choose instead of the starved one, or -1. */
    private int other(ExecutionState state) {
        int onward = state.continuation();
        if (onward >= 0 && onward != victim && state.branches(onward) != 0) {
            return onward;
        }
        for (int task = 0; task < state.tasks(); task++) {
            if (task != victim && state.branches(task) != 0) {
                return task;
            }
        }
        return -1;
    }

    private static int choice(ExecutionState state, int task) {
        return Scheduler.choice(task, Integer.numberOfTrailingZeros(state.branches(task)));
    }

    @Override
    public boolean advance() {
        return victim + 1 < tasks;
    }
}
