package bouncer.engine.run;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.MemoryLocation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Tells a spin loop from one that makes progress. A thread that calls {@code yield} or {@code onSpinWait}, or reads the
 * same unchanged location repeatedly, is watched. While it then reads nothing new and writes nothing, its reads are no
 * steps of the search, as they commute with everything; after many of them it waits for a change of a location that it
 * read.
 */
public final class SpinLoopDetector implements Enabledness {
    /** The number of unchanged reads of one location, without a write in between, that begins a watch. */
    private static final int SUSPICIOUS = 4;
    /** The number of plain reads without a write in between that begins a watch; as many again end in a wait. */
    private static final int PLAIN = 20_000;

    private static final int MOST_READ = 64;
    /** The number of locations that a spin loop may read in turn. */
    private static final int RECENT = 4;

    private MemoryLocation[] read = new MemoryLocation[4];
    private int[] seen = new int[4];
    private int size;
    private boolean watching;
    private boolean spinning;
    /** Whether some read since the last change was not a step. */
    private boolean skipped;
    /** Whether the thread left a spin loop of reads that were not steps though nothing had changed. */
    private boolean collapsed;

    /** Reads since the last change. */
    private int looks;

    /** The locations read last, their versions and how often each was read; the oldest entry is replaced. */
    private final @Nullable MemoryLocation[] recent = new MemoryLocation[RECENT];

    private final int[] recentSeen = new int[RECENT];
    private final int[] repeats = new int[RECENT];
    private int oldest;
    private int plainReads;

    /** Without a watch. */
    public SpinLoopDetector() {}

    /** Returns the number of repeated reads since the last change. */
    int looks() {
        return looks;
    }

    /** Returns true once a location that the thread read has changed. */
    @Override
    public boolean holds() {
        return !unchanged();
    }

    /**
     * Records that the thread changed something visible to others, or blocked.
     *
     * @return true if it left a spin loop of reads that were not steps though nothing had changed: it may have counted
     *     them
     */
    boolean progress() {
        boolean counted = (spinning && skipped) || collapsed;
        collapsed = false;
        skipped = false;
        watching = false;
        spinning = false;
        size = 0;
        looks = 0;
        plainReads = 0;
        Arrays.fill(recent, null);
        return counted;
    }

    /** Ends the wait for a change. */
    void changed() {
        skipped = false;
        boolean unused = progress();
    }

    /** Records a hint of the thread that it spins. */
    void hint() {
        if (watching && unchanged()) {
            spinning = true;
            looks++;
        } else {
            boolean fresh = !watching;
            restart();
            if (fresh) {
                looks = 0;
            }
        }
    }

    private void restart() {
        watching = true;
        spinning = false;
        skipped = false;
        size = 0;
    }

    /**
     * Called before the thread reads a location.
     *
     * @return true if the read is no step, because it repeats an earlier one and nothing has changed
     */
    public boolean stutters(MemoryLocation loc) {
        if (!spinning) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (read[i] == loc) {
                if (seen[i] == loc.version) {
                    looks++;
                    skipped = true;
                    return true;
                }
                skipped = false; // what it waited for has happened
                break;
            }
        }
        looks = 0;
        collapsed |= skipped;
        restart();
        return false;
    }

    /** Records a read of a location. */
    public void looked(MemoryLocation loc) {
        if (watching) {
            note(loc);
        }
        int at = recently(loc);
        if (at < 0) {
            recent[oldest] = loc;
            recentSeen[oldest] = loc.version;
            repeats[oldest] = 1;
            oldest = (oldest + 1) % RECENT;
        } else if (recentSeen[at] != loc.version) {
            recentSeen[at] = loc.version;
            repeats[at] = 1;
        } else if (++repeats[at] == SUSPICIOUS) {
            Arrays.fill(repeats, 0);
            hint();
            note(loc);
        }
    }

    private int recently(MemoryLocation loc) {
        for (int i = 0; i < RECENT; i++) {
            if (recent[i] == loc) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Records a plain read.
     *
     * @return true if there were so many without a change that the thread now counts as waiting
     */
    boolean plain(MemoryLocation loc) {
        if (watching) {
            note(loc);
        }
        if (++plainReads < PLAIN) {
            return false;
        }
        plainReads = 0;
        if (watching && unchanged()) {
            return true;
        }
        restart();
        return false;
    }

    private void note(MemoryLocation loc) {
        for (int i = 0; i < size; i++) {
            if (read[i] == loc) {
                if (seen[i] != loc.version) {
                    looks = 0;
                    restart();
                    note(loc);
                }
                return;
            }
        }
        if (size == MOST_READ) {
            changed(); // it reads new things all the time: that is work
            return;
        }
        if (size == read.length) {
            read = Arrays.copyOf(read, 2 * size);
            seen = Arrays.copyOf(seen, 2 * size);
        }
        read[size] = loc;
        seen[size++] = loc.version;
    }

    /** Returns true if no location that the thread read has changed since. */
    boolean unchanged() {
        for (int i = 0; i < size; i++) {
            if (read[i].version != seen[i]) {
                return false;
            }
        }
        return true;
    }

    /** Adds all locations that the thread read to an operation. */
    void touch(PendingOperation op) {
        for (int i = 0; i < size; i++) {
            op.on(read[i], AccessKind.READ);
        }
    }
}
