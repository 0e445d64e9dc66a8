package bouncer.checks;

import java.util.concurrent.ThreadLocalRandom;

/** One round of a stress check: a fresh instance, all threads at once, then the invariant. Used by the check's thread. */
public final class Round {
    private final ThreadTeam crew;
    private final int number;
    private final int threads;
    private int most;

    Round(ThreadTeam crew, int number, int threads) {
        this.crew = crew;
        this.number = number;
        this.threads = threads;
    }

    /** Counts from 1. */
    public int number() {
        return number;
    }

    /** How many threads suit this machine in this round: two, as many as processors, and more than those, in turn. */
    public int threads() {
        return threads;
    }

    /**
     * Releases all actions at once and waits for all. What they threw is rethrown: the first as it is, the others
     * suppressed.
     */
    public void inParallel(Action... actions) {
        most = Math.max(most, actions.length);
        Parallel.rethrow(crew.run(actions.clone()));
    }

    /** Runs one action on so many threads at once, each with its index. */
    public void inParallel(int count, Action.Indexed action) {
        Action[] actions = new Action[count];
        for (int i = 0; i < count; i++) {
            int index = i;
            actions[i] = () -> action.run(index);
        }
        inParallel(actions);
    }

    /** Now and then gives way or dawdles; for the middle of an action, from any thread. */
    @SuppressWarnings("ThreadPriorityCheck") // to disturb the order is the purpose
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
