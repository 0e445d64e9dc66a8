package bouncer.checks.api;

import bouncer.checks.finding.Fault;
import bouncer.engine.Model;
import bouncer.engine.run.Readers;

/**
 * Whether threads work on a large array at once, as an exploration sees it: at once is what happens-before orders neither
 * way. So neither clock nor luck has a say: threads that take turns, by a lock or by a join, do so in every schedule.
 * To be made and asked by the check's own thread, under exploration only.
 *
 * <pre>{@code
 * Overlap overlap = Overlap.ofReads(numbers.length / 2, 2);
 * sum(numbers, 2);
 * overlap.judge(Fault.OVER_SERIALISED, "Two threads share the work, and in no schedule do they work at the same time");
 * }</pre>
 */
public final class Overlap {
    private final int workers;
    private final Readers readers;

    private Overlap(int workers, Readers readers) {
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
        return new Overlap(workers, Model.countReaders(least));
    }

    /**
     * Judges this execution, and demands of the search that some execution has all workers at work at once. Nothing is
     * demanded if never so many threads take part, however long apart: the array may be too small to be worth it.
     *
     * @param fault what it means when they never are
     * @param otherwise the sentence that says so
     * @throws CheckFailure as {@link Fault#PERMIT_OFF_BY_ONE} if more than the workers were at work at once
     */
    public void judge(Fault fault, String otherwise) {
        int most = readers.forkJoin() ? workers + 1 : workers; // newer JDKs let the caller of a fork-join pool help it
        Expect.that(
                readers.atOnce() <= most,
                Fault.PERMIT_OFF_BY_ONE,
                "%d workers were asked for, and %d threads work at once",
                workers,
                readers.atOnce());
        if (readers.count() >= workers) {
            CheckContext.mustReach(otherwise, fault);
            Model.mustReach(otherwise);
        }
        if (readers.atOnce() >= workers) {
            Model.reached(otherwise);
        }
    }

    /** Ends the search with this execution if it had all workers at work at once. */
    public void isEnough() {
        if (readers.atOnce() >= workers) {
            Model.enough();
        }
    }
}
