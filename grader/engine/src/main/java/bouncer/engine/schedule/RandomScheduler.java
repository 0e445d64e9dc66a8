package bouncer.engine.schedule;

import java.util.SplittableRandom;

/** Picks one of the enabled tasks uniformly at random, and one of its branches. */
public final class RandomScheduler implements Scheduler {
    private final long seed;
    private final long most;
    private long round;
    private SplittableRandom random;

    /**
     * A number of independent walks.
     *
     * @param most how many
     */
    public RandomScheduler(long seed, long most) {
        this.seed = seed;
        this.most = most;
        random = new SplittableRandom(seed);
    }

    @Override
    public void begin() {
        random = new SplittableRandom(seed + 0x9E3779B97F4A7C15L * ++round);
    }

    @Override
    public int choose(ExecutionState state) {
        int enabled = 0;
        for (int task = 0; task < state.tasks(); task++) {
            if (state.branches(task) != 0) {
                enabled++;
            }
        }
        int pick = random.nextInt(enabled);
        for (int task = 0; task < state.tasks(); task++) {
            if (state.branches(task) != 0 && pick-- == 0) {
                return Scheduler.choice(task, Scheduler.anyBranch(state.branches(task), random));
            }
        }
        throw new IllegalStateException("nothing is enabled");
    }

    @Override
    public void discardExecution() {
        round--;
    }

    @Override
    public boolean advance() {
        return round < most;
    }
}
