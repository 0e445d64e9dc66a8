package bouncer.checks;

import java.util.concurrent.TimeUnit;

/**
 * Runs many short rounds on the real machine. The budget is a number of rounds. A time limit ends them early, so a slow
 * machine runs fewer rounds, which the coverage reports; that never fails the check. The first exception of a round
 * ends the check.
 *
 * <pre>{@code
 * Rounds.upTo(1_000).run(round -> {
 *     var counter = new ThreadSafeCounter();
 *     round.inParallel(round.threads(), i -> times(1_000, counter::increment));
 *     Expect.equal(counter.get(), 1_000L * round.threads(), Fault.LOST_UPDATE, "…");
 * });
 * }</pre>
 *
 * Immutable; used by the check's thread.
 */
public final class Rounds {
    private static final int MOST_THREADS = 32;
    private static final long CAP_MILLIS = 400;
    private final int budget;
    private final long capMillis;

    /** The code of each round; it may throw any exception. */
    @FunctionalInterface
    public interface Body {
        /** Runs one round. */
        void play(Round round) throws Exception;
    }

    private Rounds(int budget, long capMillis) {
        this.budget = budget;
        this.capMillis = capMillis;
    }

    /** Returns a budget of this many rounds, or as many as fit into 400 ms. */
    public static Rounds upTo(int rounds) {
        return new Rounds(rounds, CAP_MILLIS);
    }

    /** Returns the same budget with another time limit, in milliseconds; at least one round always runs. */
    public Rounds within(long millis) {
        return new Rounds(budget, millis);
    }

    /**
     * Runs the rounds on the kind of thread that the check asks for.
     *
     * @throws Inconclusive if the budget is 0, or no round ran a thread
     * @throws Exception the first exception of the body
     */
    public void run(Body body) throws Exception {
        long start = System.nanoTime();
        int[] counts = threadCounts(Runtime.getRuntime().availableProcessors());
        int done = 0;
        int most = 0;
        try (ThreadTeam team = new ThreadTeam()) {
            while (done < budget && (done == 0 || millisSince(start) < capMillis)) {
                Round round = new Round(team, done + 1, counts[done % counts.length]);
                body.play(round);
                done++;
                most = Math.max(most, round.most());
                CheckRuntime.get().progress();
            }
        } finally {
            CheckRuntime.get().stressed(done, most);
        }
        if (done == 0 || most == 0) {
            throw new Inconclusive("No round was run");
        }
    }

    private static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    /** Returns the numbers of threads: two, which most bugs need; one for each processor; and more than that. */
    static int[] threadCounts(int processors) {
        int each = Math.min(MOST_THREADS, Math.max(2, processors));
        int over = Math.min(MOST_THREADS, 2 * each);
        return new int[] {2, each, over};
    }
}
