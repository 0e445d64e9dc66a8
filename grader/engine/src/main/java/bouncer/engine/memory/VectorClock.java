package bouncer.engine.memory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A vector clock: for each thread, how much of it is known to have come before. Grows as threads appear. */
public final class VectorClock {
    private int[] at;
    /** As {@code at}, with what has shown in the state of library objects; null if that is no more. */
    private int @Nullable [] shown;

    /** The clock of nothing. */
    public VectorClock() {
        at = new int[4];
    }

    private VectorClock(int[] at, int @Nullable [] shown) {
        this.at = at;
        this.shown = shown;
    }

    /** Returns the entry of a thread; 0 if nothing of it is known. */
    public int get(int thread) {
        return thread < at.length ? at[thread] : 0;
    }

    /** Sets the entry of a thread. */
    public void set(int thread, int value) {
        if (thread >= at.length) {
            at = Arrays.copyOf(at, Math.max(thread + 1, 2 * at.length));
        }
        at[thread] = value;
    }

    /** Takes the larger of both in every entry. */
    public void join(VectorClock other) {
        at = larger(at, other.at);
        if (other.shown != null) {
            shown = shown == null ? other.shown.clone() : larger(shown, other.shown);
        }
    }

    /** What another clock knows has shown, though nothing of it happens-before. */
    void observe(VectorClock other) {
        shown = larger(shown == null ? other.at.clone() : shown, other.at);
        if (other.shown != null) {
            shown = larger(shown, other.shown);
        }
    }

    private static int[] larger(int[] mine, int[] other) {
        int[] all = other.length > mine.length ? Arrays.copyOf(mine, other.length) : mine;
        for (int i = 0; i < other.length; i++) {
            if (other[i] > all[i]) {
                all[i] = other[i];
            }
        }
        return all;
    }

    /** Returns a thread whose entry is above the other's, or -1. */
    public int beyond(VectorClock other) {
        for (int i = 0; i < at.length; i++) {
            if (at[i] > other.get(i)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the sum of all entries, which grows along happens-before. */
    public long sum() {
        long sum = 0;
        for (int entry : at) {
            sum += entry;
        }
        return sum;
    }

    /** Returns a copy. */
    public VectorClock copy() {
        return new VectorClock(at.clone(), shown == null ? null : shown.clone());
    }

    /** Returns the entries as an array, a copy; threads beyond its end have 0. */
    public int[] toArray() {
        return at.clone();
    }

    /** As {@link #toArray}, with what has shown in the state of library objects. */
    public int[] observed() {
        return shown == null ? at.clone() : larger(shown.clone(), at);
    }

    @Override
    public String toString() {
        return Arrays.toString(at);
    }
}
