package bouncer.engine.schedule;

/**
 * Stops one thread for good after its first step, its second, and so on, one execution each, and lets the others run:
 * those that cannot finish wait for it. Before, that thread runs whenever it can. Not thread-safe.
 */
public final class FreezingScheduler implements Scheduler {
    private final int victim;
    private int allowed;
    private int taken;
    private boolean stopped;

    /** Creates a scheduler that stops the task of this number. */
    public FreezingScheduler(int victim) {
        this.victim = victim;
    }

    @Override
    public void begin() {
        taken = 0;
        stopped = false;
    }

    @Override
    public int choose(ExecutionState state) {
        boolean can = victim < state.tasks() && !state.ended(victim) && state.branches(victim) != 0;
        if (can && !stopped) {
            if (taken < allowed) {
                taken++;
                return Scheduler.choice(victim, Integer.numberOfTrailingZeros(state.branches(victim)));
            }
            stopped = true;
            return FREEZE - victim;
        }
        return ReplayScheduler.straight(state);
    }

    @Override
    public boolean advance() {
        allowed++;
        return stopped;
    }
}
