package bouncer.engine.run;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.MemoryLocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
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

    /** A loop ends by itself, or not after some thousand times {@code 2^MOST_RELEASES} looks. */
    private static final int MOST_RELEASES = 5;

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
    /** What the thread was told about other threads, which no location tells. */
    private final List<Observation> observations = new ArrayList<>();
    /** How often the thread was let on without a change, because it may leave its loop by itself. */
    private int releases;

    /** An answer that any step may change. */
    private record Observation(
            Object key,
            Supplier<? extends @Nullable Object> now,
            @Nullable Object seen) {
        boolean holds() {
            return Objects.equals(now.get(), seen);
        }
    }

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
        releases = 0;
        observations.clear();
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

    /**
     * Records that the thread is about to sleep.
     *
     * @return true if it polls: it has slept before, and nothing that it read since has changed
     */
    public boolean sleeps() {
        hint();
        looks = 0;
        return spinning && size + observations.size() > 0;
    }

    private void restart() {
        watching = true;
        spinning = false;
        skipped = false;
        size = 0;
        observations.clear();
    }

    /** Returns the number of unchanged reads after which the thread waits for a change. */
    int patience(int spins) {
        return spins << releases;
    }

    /** Returns true if the thread may be let on though nothing has changed. */
    boolean mayGoOn() {
        return releases < MOST_RELEASES;
    }

    /** Returns true if the thread was let on without a change. */
    boolean isReleased() {
        return releases > 0;
    }

    /** Lets the thread look again, more often than before, although nothing has changed. */
    void release() {
        releases++;
        looks = 0;
    }

    /**
     * Called before the thread asks for what any step may change.
     *
     * @return true if the question is no step, because it repeats an earlier one and the answer is the same
     */
    boolean repeats(Object key) {
        for (Observation each : observations) {
            if (spinning && each.key.equals(key) && each.holds()) {
                looks++;
                skipped = true;
                return true;
            }
        }
        return false;
    }

    /** Records an answer that any step may change. */
    void observed(Object key, Supplier<? extends @Nullable Object> now) {
        Object seen = now.get();
        boolean again = observations.removeIf(each -> each.key.equals(key) && Objects.equals(each.seen, seen));
        if (again || !watching) {
            hint();
        } else if (spinning) {
            looks = 0;
            restart();
        }
        observations.removeIf(each -> each.key.equals(key));
        observations.add(new Observation(key, now, seen));
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
        if (++plainReads < PLAIN << releases) {
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
        for (Observation each : observations) {
            if (!each.holds()) {
                return false;
            }
        }
        return true;
    }

    /** Adds all locations that the thread read to an operation. */
    public void touch(PendingOperation op) {
        for (int i = 0; i < size; i++) {
            op.on(read[i], AccessKind.READ);
        }
        if (!observations.isEmpty()) {
            op.makeGlobal();
        }
    }
}
