package bouncer.checks;

import java.util.concurrent.ThreadLocalRandom;

/**
 * One round of a stress check: it creates a fresh instance, runs threads in parallel, and asserts an invariant. Used by
 * the check's own thread, except for {@link #pause}.
 */
public final class Round {
    private final ThreadTeam team;
    private final int number;
    private final int threads;
    private int most;

    Round(ThreadTeam team, int number, int threads) {
        this.team = team;
        this.number = number;
        this.threads = threads;
    }

    /** Returns the number of this round, counted from 1. */
    public int number() {
        return number;
    }

    /** Returns the suggested number of threads: in turn two, as many as there are processors, and more than that. */
    public int threads() {
        return threads;
    }

    /**
     * Runs all actions in parallel and waits for all of them. If actions throw, the first exception is rethrown, and
     * the others are added to it as suppressed exceptions.
     */
    public void inParallel(Action... actions) {
        most = Math.max(most, actions.length);
        Parallel.rethrow(team.run(actions.clone()));
    }

    /**
     * Runs one action in this many threads in parallel, each with its index from 0, as {@link #inParallel(Action...)}.
     */
    public void inParallel(int count, Action.Indexed action) {
        Action[] actions = new Action[count];
        for (int i = 0; i < count; i++) {
            int index = i;
            actions[i] = () -> action.run(index);
        }
        inParallel(actions);
    }

    /** Spins for a random short time, and sometimes yields the processor. Call it inside an action, from any thread. */
    @SuppressWarnings("ThreadPriorityCheck") // the purpose is to vary the schedule
    public static void pause() {
        int dice = ThreadLocalRandom.current().nextInt(64);
        if (dice == 0) {
            Thread.yield();
        }
        for (int i = dice & 15; i > 0; i--) {
            Thread.onSpinWait();
        }
    }

    int most() {
        return most;
    }
}
