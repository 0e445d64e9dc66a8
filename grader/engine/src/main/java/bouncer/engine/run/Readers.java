package bouncer.engine.run;

import bouncer.engine.memory.VectorClock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which threads of one execution read large arrays, and how many of them at once: at once is what happens-before orders
 * neither way, whatever the schedule. Reads that are counted are not checked for races. Used under control only.
 */
public final class Readers {
    private final int least;
    private final List<@Nullable Read> last = new ArrayList<>();
    private int count;
    private int atOnce;
    private boolean forkJoin;

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
    Readers(int least) {
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

    /** Whether workers of a fork-join pool were among them, which whoever calls the pool may help. */
    public boolean forkJoin() {
        return forkJoin;
    }

    boolean counts(Object array) {
        return java.lang.reflect.Array.getLength(array) >= least;
    }

    void reads(Task task) {
        while (last.size() <= task.id) {
            last.add(null);
        }
        Read before = last.get(task.id);
        int epoch = task.clock.get(task.id);
        if (before != null && before.epoch == epoch) {
            return;
        }
        count += before == null ? 1 : 0;
        forkJoin |= task.thread instanceof ModelThread thread && thread.isForkJoinWorker();
        Read read = new Read(task.id, epoch, task.clock.copy());
        last.set(task.id, read);
        atOnce = Math.max(atOnce, beside(read));
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
