package bouncer.worker.runtime;

import bouncer.checks.ExecutionEnvironment;
import bouncer.engine.spi.ArrayReadListener;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts which threads of one execution read large arrays, and how many of them at the same time: two reads that
 * happens-before does not order count as simultaneous, in any schedule. Counted reads are not checked for races. Used
 * only by threads of the engine's model.
 */
final class ArrayReaders implements ArrayReadListener, ExecutionEnvironment.Readers {
    /** A thread that has read fewer elements than this has only looked at results, and has done no part of the work. */
    private static final int PART = 1_000;
    /** The number of elements after which it is decided whether each one costs a step at a shared location. */
    private static final int TYPICAL = 2_000;

    private final int least;
    private final ContentionCounter contention = new ContentionCounter();
    private final List<@Nullable Read> last = new ArrayList<>();
    private long[] elements = new long[8];
    /** Elements read since the last decision. */
    private long sinceJudged;

    private int count;
    private int atOnce;
    private boolean forkJoin;
    private boolean unseen;
    private int enough = Integer.MAX_VALUE;
    private String apart = "";

    /** The last read of a thread: its own epoch at that time, and the epochs of other threads that happen-before it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Read(int thread, int epoch, int[] known) {
        private int known(int other) {
            return other < known.length ? known[other] : 0;
        }

        /** Returns true if happens-before orders the two reads in neither direction. */
        boolean isConcurrentWith(Read other) {
            return known(other.thread) < other.epoch && other.known(thread) < epoch;
        }
    }

    /**
     * Creates counters for one execution.
     *
     * @param least the smallest length of an array that counts
     */
    ArrayReaders(int least) {
        this.least = least;
    }

    /** Returns how many threads have read so far. */
    int count() {
        return count;
    }

    /** Returns the largest number of simultaneous readers; above two a lower bound. */
    @Override
    public int atOnce() {
        return atOnce;
    }

    /**
     * Returns how many threads have read a substantial number of elements, of arrays of any length, including copies.
     */
    @Override
    public int parts() {
        return (int) Arrays.stream(elements).filter(read -> read >= PART).count();
    }

    /** Returns true if arrays were passed to library calls whose reads cannot be counted. */
    @Override
    public boolean unseen() {
        return unseen;
    }

    /** Returns true if workers of a fork-join pool were among the readers; the caller of such a pool may help them. */
    @Override
    public boolean forkJoin() {
        return forkJoin;
    }

    /**
     * Ends the execution and the search as soon as this many threads have read at the same time, and it is decided
     * whether each element costs a step at a variable or lock that they share.
     *
     * @param label the state that is reached if elements do not cost such steps; if they do, the search ends as
     *     Unreached
     */
    @Override
    public void endAt(int workers, String label) {
        enough = workers;
        apart = label;
    }

    @Override
    public boolean meetAtEach() {
        return sinceJudged >= TYPICAL && contention.most() >= sinceJudged * 9 / 10;
    }

    @Override
    public void passedToLibrary() {
        unseen = true;
    }

    @Override
    public void contended(int thread, Object owner, Object place) {
        contention.add(thread, owner, place);
    }

    @Override
    public boolean reads(Reader reader, Object array, long howMany) {
        int thread = reader.id();
        if (thread >= elements.length) {
            elements = Arrays.copyOf(elements, 2 * thread);
        }
        elements[thread] += howMany;
        if (Array.getLength(array) < least) {
            return false;
        }
        sinceJudged += howMany;
        read(reader);
        if (enough < Integer.MAX_VALUE && sinceJudged >= TYPICAL) {
            judge(reader);
        }
        return true;
    }

    private void read(Reader reader) {
        while (last.size() <= reader.id()) {
            last.add(null);
        }
        Read before = last.get(reader.id());
        int epoch = reader.epoch();
        if (before == null || before.epoch != epoch) {
            count += before == null ? 1 : 0;
            forkJoin |= reader.isForkJoinWorker();
            Read read = new Read(reader.id(), epoch, reader.epochs());
            last.set(reader.id(), read);
            atOnce = Math.max(atOnce, concurrentWith(read));
        }
    }

    private void judge(Reader reader) {
        boolean inTurns = meetAtEach();
        if (inTurns) {
            reader.refute(apart);
        }
        if (inTurns || atOnce >= enough) {
            throw reader.endSearch();
        }
        contention.reset();
        sinceJudged = 0;
    }

    /** Returns the number of reads that are pairwise concurrent, including this one. */
    private int concurrentWith(Read read) {
        List<Read> group = new ArrayList<>(List.of(read));
        for (Read other : last) {
            if (other != null && group.stream().allMatch(other::isConcurrentWith)) {
                group.add(other);
            }
        }
        return group.size();
    }
}
