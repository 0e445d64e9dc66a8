package bouncer.worker.runtime;

import bouncer.checks.ExecutionEnvironment;
import bouncer.engine.spi.ArrayReadListener;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which threads of one execution read large arrays, and how many of them at once: at once is what happens-before orders
 * neither way, whatever the schedule. Reads that are counted are not checked for races. Used under control only.
 */
final class ArrayReaders implements ArrayReadListener, ExecutionEnvironment.Readers {
    /** Elements that a thread must have read to have done a part of the work, and not only looked at some result. */
    private static final int PART = 1_000;
    /** So many elements in a row tell whether each costs a step at something shared. */
    private static final int TYPICAL = 2_000;

    private final int least;
    private final ContentionCounter contention = new ContentionCounter();
    private final List<@Nullable Read> last = new ArrayList<>();
    private long[] elements = new long[8];
    /** Elements since it was last judged whether they are enough. */
    private long sinceJudged;

    private int count;
    private int atOnce;
    private boolean forkJoin;
    private boolean unseen;
    private int enough = Integer.MAX_VALUE;
    private String apart = "";

    /** A thread's last read: its own epoch then, and the epochs of the others that happen-before it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Read(int thread, int epoch, int[] known) {
        private int known(int other) {
            return other < known.length ? known[other] : 0;
        }

        /** Whether happens-before orders the two neither way. */
        boolean isConcurrentWith(Read other) {
            return known(other.thread) < other.epoch && other.known(thread) < epoch;
        }
    }

    /**
     * Readers of arrays.
     *
     * @param least the length from which on an array counts
     */
    ArrayReaders(int least) {
        this.least = least;
    }

    /** How many threads have read so far. */
    int count() {
        return count;
    }

    /** How many have read at once, at the most; beyond two a number that is certain, though it may have been more. */
    @Override
    public int atOnce() {
        return atOnce;
    }

    /** How many threads have read a good number of elements, of arrays of any length: copies count, too. */
    @Override
    public int parts() {
        return (int) Arrays.stream(elements).filter(read -> read >= PART).count();
    }

    /** Whether arrays were passed to library calls that may read them unseen. */
    @Override
    public boolean unseen() {
        return unseen;
    }

    /** Whether workers of a fork-join pool were among the threads; the thread that calls the pool may help those. */
    @Override
    public boolean forkJoin() {
        return forkJoin;
    }

    /**
     * Ends the execution, and with it the search, once so many have read at once and it shows whether each element costs a
     * step at one variable or lock that they share.
     *
     * @param label what they show if it does not; the search ends in Unreached if it does
     */
    @Override
    public void endAt(int workers, String label) {
        enough = workers;
        apart = label;
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
        sinceJudged += howMany;
        if (Array.getLength(array) < least) {
            return false;
        }
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
        boolean inTurns = contention.most() >= sinceJudged * 9 / 10;
        if (inTurns) {
            reader.refute(apart);
        }
        if (inTurns || atOnce >= enough) {
            throw reader.endSearch();
        }
        contention.reset();
        sinceJudged = 0;
    }

    /** How many reads, this one among them, are all concurrent with each other. */
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
