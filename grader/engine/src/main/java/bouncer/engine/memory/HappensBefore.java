package bouncer.engine.memory;

import bouncer.engine.memory.MemoryLocation.Accesses;
import org.jspecify.annotations.Nullable;

/**
 * Happens-before as the Java memory model defines it (JLS 17.4.5), kept with vector clocks, and the search for accesses
 * it does not order (Flanagan and Freund, FastTrack, PLDI 2009).
 */
public final class HappensBefore {
    private HappensBefore() {}

    /** Acquires: earlier releases through the location happen-before the later steps of the thread. */
    public static void acquire(VectorClock mine, MemoryLocation loc) {
        if (loc.released != null) {
            mine.join(loc.released);
        }
    }

    /** Releases: the thread's earlier steps happen-before a later acquire. Earlier releases stay in force. */
    public static void release(int thread, VectorClock mine, MemoryLocation loc) {
        if (loc.released == null) {
            loc.released = mine.copy();
        } else {
            loc.released.join(mine);
        }
        mine.set(thread, mine.get(thread) + 1);
    }

    /**
     * A step on a library object comes after those that changed it. Where the documentation orders nothing (a semaphore's
     * acquire and its availablePermits), this shows in stamps only, and does not keep accesses from racing.
     */
    public static void observe(VectorClock mine, MemoryLocation loc) {
        if (loc.shown != null) {
            mine.observe(loc.shown);
        }
    }

    /** A step changed a library object; see {@link #observe}. */
    public static void show(int thread, VectorClock mine, MemoryLocation loc) {
        if (loc.shown == null) {
            loc.shown = mine.copy();
        } else {
            loc.shown.join(mine);
        }
        mine.set(thread, mine.get(thread) + 1);
    }

    /** Releases like a release store: a thread that reads this value acquires no earlier release. */
    public static void releaseAlone(int thread, VectorClock mine, MemoryLocation loc) {
        loc.released = gives(thread, mine);
    }

    /** Returns the clock that a later reader of a release store acquires. */
    public static VectorClock gives(int thread, VectorClock mine) {
        VectorClock given = mine.copy();
        mine.set(thread, mine.get(thread) + 1);
        return given;
    }

    /** Makes an earlier store the one that others read from now on. */
    public static void publish(MemoryLocation loc, @Nullable VectorClock given) {
        loc.released = given;
    }

    /** Stores without a release, such as an opaque or plain store: a thread that reads this value acquires nothing. */
    public static void releaseNothing(MemoryLocation loc) {
        loc.released = null;
    }

    /**
     * Checks a plain read.
     *
     * @return the thread of a write that is not ordered before it, or -1
     */
    public static int read(int thread, VectorClock mine, MemoryLocation loc) {
        int rival = unorderedWrite(loc.plain, thread, mine);
        if (rival < 0 && loc.ordered != null) {
            rival = unorderedWrite(loc.ordered, thread, mine);
        }
        noteRead(loc.plain, thread, mine);
        return rival;
    }

    /** As {@link #read}, without recording the read, which may still be discarded. */
    public static int unwritten(int thread, VectorClock mine, MemoryLocation loc) {
        int rival = unorderedWrite(loc.plain, thread, mine);
        return rival < 0 && loc.ordered != null ? unorderedWrite(loc.ordered, thread, mine) : rival;
    }

    /**
     * Checks a plain write.
     *
     * @return the thread of an access that is not ordered before it, or -1
     */
    public static int write(int thread, VectorClock mine, MemoryLocation loc) {
        int rival = unorderedAny(loc.plain, thread, mine);
        if (rival < 0 && loc.ordered != null) {
            rival = unorderedAny(loc.ordered, thread, mine);
        }
        noteWrite(loc.plain, thread, mine);
        return rival;
    }

    /** Checks a read that is not plain: it races with plain writes only. Returns as {@link #read}. */
    public static int orderedRead(int thread, VectorClock mine, MemoryLocation loc) {
        int rival = unorderedWrite(loc.plain, thread, mine);
        noteRead(ordered(loc), thread, mine);
        return rival;
    }

    /** Checks a write that is not plain: it races with plain accesses only. Returns as {@link #write}. */
    public static int orderedWrite(int thread, VectorClock mine, MemoryLocation loc) {
        int rival = unorderedAny(loc.plain, thread, mine);
        noteWrite(ordered(loc), thread, mine);
        return rival;
    }

    private static Accesses ordered(MemoryLocation loc) {
        Accesses known = loc.ordered;
        if (known == null) {
            known = new Accesses();
            loc.ordered = known;
        }
        return known;
    }

    private static int unorderedWrite(Accesses a, int thread, VectorClock mine) {
        return a.writer >= 0 && a.writer != thread && a.written > mine.get(a.writer) ? a.writer : -1;
    }

    private static int unorderedAny(Accesses a, int thread, VectorClock mine) {
        int rival = unorderedWrite(a, thread, mine);
        if (rival >= 0) {
            return rival;
        }
        @Nullable VectorClock reads = a.reads;
        if (reads != null) {
            return reads.beyond(mine);
        }
        return a.reader >= 0 && a.reader != thread && a.read > mine.get(a.reader) ? a.reader : -1;
    }

    private static void noteRead(Accesses a, int thread, VectorClock mine) {
        if (a.reads != null) {
            a.reads.set(thread, mine.get(thread));
        } else if (a.reader < 0 || a.reader == thread || a.read <= mine.get(a.reader)) {
            a.reader = thread;
            a.read = mine.get(thread);
        } else {
            a.reads = new VectorClock();
            a.reads.set(a.reader, a.read);
            a.reads.set(thread, mine.get(thread));
        }
    }

    private static void noteWrite(Accesses a, int thread, VectorClock mine) {
        a.writer = thread;
        a.written = mine.get(thread);
        a.reader = -1;
        a.reads = null;
    }
}
