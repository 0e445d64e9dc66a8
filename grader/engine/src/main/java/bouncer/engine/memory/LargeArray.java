package bouncer.engine.memory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The plain accesses of a large array, in a bit for each element that was read or written, instead of a location: a
 * table of millions costs hardly more than the array itself. Exact, as all accesses of a thread between two of its
 * releases have the same place in happens-before.
 */
public final class LargeArray {
    /** The least length of such an array. */
    public static final int LEAST = 1 << 16;

    /** No more are kept: the oldest is forgotten, and with it the races of its accesses. */
    private static final int MOST = 64;

    /** The accesses of one thread between two of its releases. */
    private record Phase(int thread, int epoch, BitSet read, BitSet written) {}

    private final List<Phase> phases = new ArrayList<>();

    /**
     * Checks and records an access.
     *
     * @return the thread of a conflicting access that is not ordered before it, or -1
     */
    public int access(int thread, VectorClock mine, int index, boolean write) {
        int rival = -1;
        Phase own = null;
        for (Phase phase : phases) {
            if (phase.thread == thread) {
                own = phase.epoch == mine.get(thread) ? phase : own;
            } else if (phase.epoch > mine.get(phase.thread)
                    && (phase.written.get(index) || (write && phase.read.get(index)))) {
                rival = phase.thread;
            }
        }
        if (own == null) {
            own = new Phase(thread, mine.get(thread), new BitSet(), new BitSet());
            if (phases.size() == MOST) {
                phases.remove(0);
            }
            phases.add(own);
        }
        (write ? own.written : own.read).set(index);
        return rival;
    }

    /** As {@link #access}, for several elements. */
    public int access(int thread, VectorClock mine, int from, int to, boolean write) {
        int rival = -1;
        for (int i = from; i < to && rival < 0; i++) {
            rival = access(thread, mine, i, write);
        }
        return rival;
    }
}
