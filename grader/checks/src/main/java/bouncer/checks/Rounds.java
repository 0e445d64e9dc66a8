package bouncer.checks;

import java.util.concurrent.TimeUnit;

/**
 * Runs many short rounds on real cores. The budget is a number of rounds; a cap in time only ends it early, with what
 * was done in the coverage: a slow machine sees fewer rounds and never fails a class for that. Whatever a round throws
 * ends the check: a violation that was seen is real.
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

    /** What happens in each round; it may throw whatever it likes. */
    @FunctionalInterface
    public interface Body {
        /** Plays one round. */
        void play(Round round) throws Exception;
    }

    private Rounds(int budget, long capMillis) {
        this.budget = budget;
        this.capMillis = capMillis;
    }

    /** So many rounds, or as many as fit into 400 ms. */
    public static Rounds upTo(int rounds) {
        return new Rounds(rounds, CAP_MILLIS);
    }

    /** The same with another cap; at least one round is always run. */
    public Rounds within(long millis) {
        return new Rounds(budget, millis);
    }

    /**
     * Runs the rounds on the kind of thread that the check asks for.
     *
     * @throws Inconclusive if the budget is no round at all
     * @throws Exception whatever the body throws: the first violation
     */
    public void run(Body body) throws Exception {
        long start = System.nanoTime();
        int[] counts = threadCounts(Runtime.getRuntime().availableProcessors());
        int done = 0;
        int most = 0;
        try (ThreadTeam crew = new ThreadTeam()) {
            while (done < budget && (done == 0 || millisSince(start) < capMillis)) {
                Round round = new Round(crew, done + 1, counts[done % counts.length]);
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

    /** Two, because most bugs need no more; one for each processor; and more than there are processors. */
    static int[] threadCounts(int processors) {
        int each = Math.min(MOST_THREADS, Math.max(2, processors));
        int over = Math.min(MOST_THREADS, 2 * each);
        return new int[] {2, each, over};
    }
}
