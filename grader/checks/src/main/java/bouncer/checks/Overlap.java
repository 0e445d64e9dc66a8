package bouncer.checks;

/**
 * Whether threads work on a large array at once, as an exploration sees it: at once is what happens-before orders neither
 * way. So neither clock nor luck has a say: threads that take turns, by a lock or by a join, do so in every schedule.
 * To be made and asked by the check's own thread, under exploration only.
 *
 * <pre>{@code
 * Overlap overlap = Overlap.ofReads(16, 2);
 * overlap.demand("They take turns", "One does it all", () -> sum(numbers, 2));
 * }</pre>
 */
public final class Overlap {
    private final int workers;
    private final ExecutionEnvironment.Readers readers;

    private Overlap(int workers, ExecutionEnvironment.Readers readers) {
        this.workers = workers;
        this.readers = readers;
    }

    /**
     * Counts the threads that read arrays, from here to the end of this execution.
     *
     * @param least the length from which on an array counts as work, in elements
     * @param workers how many may and should work at once
     */
    public static Overlap ofReads(int least, int workers) {
        return new Overlap(workers, ExecutionEnvironment.current().countReaders(least));
    }

    /**
     * Judges this execution.
     *
     * @throws AssertionError as {@link Fault#PERMIT_OFF_BY_ONE} if more than the workers were at work at once
     */
    public void atMost() {
        int most = readers.forkJoin() ? workers + 1 : workers; // newer JDKs let the caller of a fork-join pool help it
        Expect.that(
                readers.atOnce() <= most,
                Fault.PERMIT_OFF_BY_ONE,
                "%d workers were asked for, and %d threads work at once",
                workers,
                readers.atOnce());
    }

    /** As {@link #demand(Fault, String, String, Runnable)}, with the fault that the check's annotation names. */
    public void demand(String turns, String alone, Runnable work) {
        demand(CheckRuntime.get().declaredFault(), turns, alone, work);
    }

    /**
     * Demands of the search that in some execution all workers are at work at once, and that they don't take turns for each
     * element. The search ends as soon as that is seen, however much work is left: so the array may be as large as it takes
     * for an implementation to share it. What goes to library calls that read out of sight is not judged.
     *
     * @param fault what it means when several threads work, but never at once
     * @param turns the sentence that says so
     * @param alone the sentence for when no more than one thread works at all, {@link Fault#NO_CONCURRENCY}
     * @param work adds up the array
     */
    public void demand(Fault fault, String turns, String alone, Runnable work) {
        CheckRuntime.get().meaningOf(turns, fault);
        CheckRuntime.get().meaningOf(alone, Fault.NO_CONCURRENCY);
        ExecutionEnvironment world = ExecutionEnvironment.current();
        readers.endAt(workers, turns);
        work.run();
        boolean shared = readers.parts() > 1;
        world.mustReach(shared ? turns : alone);
        if (shared || readers.unseen()) {
            world.reached(alone);
        }
        if (readers.unseen()) {
            world.reached(turns);
        }
    }
}
