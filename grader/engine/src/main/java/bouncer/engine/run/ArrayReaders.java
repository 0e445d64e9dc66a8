package bouncer.engine.run;

import bouncer.engine.memory.VectorClock;
import bouncer.engine.model.ModelThread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which threads of one execution read large arrays, and how many of them at once: at once is what happens-before orders
 * neither way, whatever the schedule. Reads that are counted are not checked for races. Used under control only.
 */
public final class ArrayReaders {
    /** Elements that a thread must have read for having done a part of the work, and not only looked at some result. */
    private static final int PART = 1_000;
    /** So many in a row tell whether each costs a turn at something shared. */
    private static final int TYPICAL = 2_000;

    private final int least;
    private final ContentionCounter turns = new ContentionCounter();
    private final List<@Nullable Read> last = new ArrayList<>();
    private long[] elements = new long[8];
    /** All of them since it was last judged whether they are enough. */
    private long all;

    private int count;
    private int atOnce;
    private boolean forkJoin;
    private boolean unseen;
    private int enough = Integer.MAX_VALUE;
    private String apart = "";

    /** A thread's last read: its own clock then, and what it knew of the others'. */
    private record Read(int task, int epoch, VectorClock known) {
        /** Whether nothing orders the two. */
        boolean beside(Read other) {
            return known.get(other.task) < other.epoch && other.known.get(task) < epoch;
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
    public int count() {
        return count;
    }

    /** How many have read at once, at the most; beyond two a number that is certain, though it may have been more. */
    public int atOnce() {
        return atOnce;
    }

    /** How many threads have read a good number of elements, of arrays of whatever length: copies count, too. */
    public int parts() {
        return (int) Arrays.stream(elements).filter(read -> read >= PART).count();
    }

    /** Whether arrays were handed to library calls that may read them out of our sight. */
    public boolean unseen() {
        return unseen;
    }

    /** Whether workers of a fork-join pool were among them, which whoever calls the pool may help. */
    public boolean forkJoin() {
        return forkJoin;
    }

    /**
     * Ends the execution, and with it the search, once so many have read at once and it shows whether each element costs a
     * turn at one variable or lock that they share.
     *
     * @param label what they show if it does not; the search ends in Unreached if it does
     */
    public void endAt(int workers, String label) {
        enough = workers;
        apart = label;
    }

    /** An array goes where its readers can't be told. */
    public void lost() {
        unseen = true;
    }

    /** A thread has had a turn at something of which only one thread has one at a time. */
    void turn(Task task, Object owner, Object at) {
        turns.add(task.id, owner, at);
    }

    /** Counts elements that are about to be read; answers whether theirs is a large array. */
    public boolean counts(Task task, Object array, long howMany) {
        if (task.id >= elements.length) {
            elements = Arrays.copyOf(elements, 2 * task.id);
        }
        elements[task.id] += howMany;
        all += howMany;
        return java.lang.reflect.Array.getLength(array) >= least;
    }

    public void reads(Execution x, Task task) {
        while (last.size() <= task.id) {
            last.add(null);
        }
        Read before = last.get(task.id);
        int epoch = task.clock.get(task.id);
        if (before == null || before.epoch != epoch) {
            count += before == null ? 1 : 0;
            forkJoin |= task.thread instanceof ModelThread thread && thread.isForkJoinWorker();
            Read read = new Read(task.id, epoch, task.clock.copy());
            last.set(task.id, read);
            atOnce = Math.max(atOnce, beside(read));
        }
        if (enough < Integer.MAX_VALUE && all >= TYPICAL) {
            judge(x, task);
        }
    }

    private void judge(Execution x, Task task) {
        boolean inTurns = turns.most() >= all * 9 / 10;
        if (inTurns) {
            x.goals.refute(apart);
        }
        if (inTurns || atOnce >= enough) {
            x.goals.enough();
            throw x.stop(End.ENOUGH, task);
        }
        turns.again();
        all = 0;
    }

    /** How many reads, this one among them, are all beside each other. */
    private int beside(Read read) {
        List<Read> group = new ArrayList<>(List.of(read));
        for (Read other : last) {
            if (other != null && group.stream().allMatch(other::beside)) {
                group.add(other);
            }
        }
        return group.size();
    }
}
