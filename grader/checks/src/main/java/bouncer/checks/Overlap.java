package bouncer.checks;

/**
 * Decides under exploration whether threads read a large array at the same time: whether some of their reads are not
 * ordered by happens-before. The result depends on neither clock nor schedule, since threads that take turns, because
 * of a lock or a join, do so in every schedule. Used by the check's own thread.
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
     * Starts to count the threads that read arrays, until the end of this execution.
     *
     * @param least the smallest length of an array that counts, in elements
     * @param workers how many threads should read at the same time, and at most
     */
    public static Overlap ofReads(int least, int workers) {
        return new Overlap(workers, ExecutionEnvironment.current().countReaders(least));
    }

    /**
     * Fails the check if too many threads read at the same time in this execution.
     *
     * @throws AssertionError as {@link Fault#PERMIT_OFF_BY_ONE} if more threads than workers read at the same time
     */
    public void atMost() {
        int most = readers.forkJoin()
                ? workers + 1
                : workers; // in newer JDKs the caller of a fork-join pool helps its workers
        Expect.that(
                readers.atOnce() <= most,
                Fault.PERMIT_OFF_BY_ONE,
                "%d workers were asked for, and %d threads work at once",
                workers,
                readers.atOnce());
    }

    /**
     * Fails the check, with the fault that its annotation names, if in this execution several threads took a lock or
     * changed a variable that they share at nearly every element that they read.
     */
    public void notEach(String message) {
        Expect.that(!readers.meetAtEach(), message);
    }

    /** As {@link #demand(Fault, String, String, Runnable)}, with the fault that the check's annotation names. */
    public void demand(String turns, String alone, Runnable work) {
        demand(CheckRuntime.get().declaredFault(), turns, alone, work);
    }

    /**
     * Requires that in some execution all workers read at the same time, and do not take turns for each element. The
     * search ends as soon as it sees that, so the array may be as large as an implementation needs to divide the work.
     * Reads inside library calls cannot be counted, and arrays that are passed to such calls are not judged.
     *
     * @param fault the fault if several threads read, but never at the same time
     * @param turns the message of that fault, one sentence
     * @param alone the message if only one thread reads, which is {@link Fault#NO_CONCURRENCY}
     * @param work reads the array
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
