package bouncer.engine.run;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.MemoryLocation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Tells a loop that only looks again from one that makes progress. A thread that says so ({@code yield}, {@code
 * onSpinWait}), or reads the same unchanged location over and over, is watched: if it then reads nothing new and writes
 * nothing, further looks are no steps of the search (they commute with everything), and after many of them it waits for
 * a change of anything it read.
 */
public final class SpinLoopDetector implements Enabledness {
    /** So many unchanged reads of one location, with no write in between, begin a watch. */
    private static final int SUSPICIOUS = 4;
    /** So many plain reads with no write in between begin a watch, and as many again end in a wait. */
    private static final int PLAIN = 20_000;

    private static final int MOST_READ = 64;
    /** A loop may look at so many locations in turn. */
    private static final int RECENT = 4;

    private MemoryLocation[] read = new MemoryLocation[4];
    private int[] seen = new int[4];
    private int size;
    private boolean watching;
    private boolean spinning;
    /** Some look since the last change was no step. */
    private boolean skipped;
    /** It left a loop of looks that were no steps to look at something new, though nothing had changed. */
    private boolean collapsed;

    /** Looks since the last change. */
    private int looks;

    /** What it looked at lately, in which version and how often; the oldest makes room. */
    private final @Nullable MemoryLocation[] recent = new MemoryLocation[RECENT];

    private final int[] recentSeen = new int[RECENT];
    private final int[] repeats = new int[RECENT];
    private int oldest;
    private int plainReads;

    /** Without a watch. */
    public SpinLoopDetector() {}

    /** How often it has looked again since the last change. */
    int looks() {
        return looks;
    }

    /** Enabled once something that it looked at has changed. */
    @Override
    public boolean holds() {
        return !unchanged();
    }

    /**
     * The thread changed something that others can see, or blocked.
     *
     * @return whether it left a loop of looks that were no steps, though nothing had changed: it may have counted its
     *     looks
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

    /** The wait for a change is over. */
    void changed() {
        skipped = false;
        boolean unused = progress();
    }

    /** The thread says that it spins. */
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
     * The thread is about to look at a location.
     *
     * @return whether that is no step, because it has seen this before and nothing changed
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

    /** The thread looked at a location and changed nothing. */
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
     * The thread looked at a plain variable.
     *
     * @return whether it has done so very often without any change, so that it now counts as waiting
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

    /** Whether nothing it looked at has changed since. */
    boolean unchanged() {
        for (int i = 0; i < size; i++) {
            if (read[i].version != seen[i]) {
                return false;
            }
        }
        return true;
    }

    /** Adds all that it looked at to an operation. */
    void touch(PendingOperation op) {
        for (int i = 0; i < size; i++) {
            op.on(read[i], AccessKind.READ);
        }
    }
}
