package bouncer.engine.memory;

import java.util.Arrays;

/** A vector clock: for each thread, how much of it is known to have come before. Grows as threads appear. */
public final class VectorClock {
    private int[] at;

    /** The clock of nothing. */
    public VectorClock() {
        at = new int[4];
    }

    private VectorClock(int[] at) {
        this.at = at;
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
        int[] o = other.at;
        if (o.length > at.length) {
            at = Arrays.copyOf(at, o.length);
        }
        for (int i = 0; i < o.length; i++) {
            if (o[i] > at[i]) {
                at[i] = o[i];
            }
        }
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
        return new VectorClock(at.clone());
    }

    /** Returns the entries as an array, a copy; threads beyond its end have 0. */
    public int[] toArray() {
        return at.clone();
    }

    @Override
    public String toString() {
        return Arrays.toString(at);
    }
}
