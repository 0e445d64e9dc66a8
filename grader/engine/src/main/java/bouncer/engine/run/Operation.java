package bouncer.engine.run;

import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.model.Monitor;
import bouncer.engine.model.VirtualClock;
import bouncer.engine.schedule.OperationKind;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a task is about to do. One per task, used again for each operation, so that a step costs no garbage. */
public final class Operation {
    /** Commutes with its like. */
    public static final int READ = 0;
    /** Commutes with nothing. */
    public static final int WRITE = 1;
    /** Commutes with its like, but not with reads: the other side of a history. */
    public static final int OTHER = 2;
    /** Lets go of what it took in an earlier step; a step that takes it can't be moved before this. */
    public static final int RELEASE = 3;

    /** Ways to go on, as bits. */
    public static final int READY = 1;

    public static final int TIMEOUT = 2;
    public static final int INTERRUPT = 4;
    public static final int SPURIOUS = 8;
    /** Ready, but held up until its deadline has passed: it goes on as told, and the clock says that it is too late. */
    public static final int LATE = 16;

    public OperationKind kind = OperationKind.BEGIN;
    /** The locations it touches, and how. */
    public MemoryLocation[] locs = new MemoryLocation[4];

    public int[] accesses = new int[4];
    public int count;
    /** Commutes with nothing at all. */
    public boolean global;
    /** When it can go on; null is always. */
    @Nullable
    public Enabledness guard;

    public boolean timed;
    /** Whether the time it has is looked at once more when it goes on; so too where a wait was ended by a notify. */
    boolean due;

    boolean interruptible;
    public boolean spurious;
    /** A compare-and-set that may fail though the value is the expected one. */
    boolean weak;
    /** To block here for ever is no failure. */
    public boolean idle;

    public long deadline;
    /** How many ways there are to do it; 0 for one. */
    int choices;
    /** The monitor whose waiters it wakes, or null; if not all of them, they are the choices. */
    @Nullable
    public Monitor notifies;

    public boolean all;
    /** For traces. */
    public String words = "";
    /** What is waited for, in words; empty to say nothing more than the words. */
    public String waitsFor = "";

    @Nullable
    public Supplier<@Nullable Thread> holder;

    public Operation is(OperationKind what, String inWords) {
        kind = what;
        words = inWords;
        count = 0;
        global = false;
        guard = null;
        timed = false;
        due = false;
        interruptible = false;
        spurious = false;
        weak = false;
        idle = false;
        choices = 0;
        notifies = null;
        all = false;
        waitsFor = "";
        holder = null;
        return this;
    }

    /** Adds a location. */
    public Operation on(MemoryLocation loc, int access) {
        if (count == locs.length) {
            locs = java.util.Arrays.copyOf(locs, 2 * count);
            accesses = java.util.Arrays.copyOf(accesses, 2 * count);
        }
        locs[count] = loc;
        accesses[count++] = access;
        return this;
    }

    public Operation when(Enabledness condition) {
        guard = condition;
        return this;
    }

    public Operation until(long time) {
        timed = true;
        return dueAt(time);
    }

    /** It may find that this time has passed when it goes on. */
    public Operation dueAt(long time) {
        due = true;
        deadline = VirtualClock.grain(time);
        return this;
    }

    public Operation interruptibly() {
        interruptible = true;
        return this;
    }

    /** Whether two operations of different tasks may not be swapped. */
    public boolean conflicts(Operation other) {
        if (global || other.global) {
            return true;
        }
        for (int i = 0; i < count; i++) {
            if (other.touches(locs[i], accesses[i])) {
                return true;
            }
        }
        return false;
    }

    /** Whether an access of a location may not be swapped with this. */
    public boolean touches(MemoryLocation loc, int access) {
        for (int i = 0; i < count; i++) {
            if (locs[i] == loc && conflict(accesses[i], access)) {
                return true;
            }
        }
        return false;
    }

    /** Whether two accesses of one location may not be swapped. */
    public static boolean conflict(int one, int other) {
        return one != other || one == WRITE;
    }

    /** Whether it may have to wait for others. */
    public boolean blocking() {
        return guard != null;
    }

    /**
     * Whether it could not have come before any earlier step, for only the end of a thread lets it go on.
     *
     * @param ways in which it can go on now
     */
    public boolean onlyFollows(int ways) {
        return kind == OperationKind.JOIN && ways == READY;
    }

    /**
     * Whether it may go on, but perhaps not any more after a step of another: it may leave a wait by a timeout, for no reason, or by an
     * interrupt where a notify would make it do something else.
     *
     * @param ways in which it can go on now
     */
    public boolean restless(int ways) {
        return ((ways & (TIMEOUT | SPURIOUS)) != 0 && (timed || spurious))
                || ((ways & INTERRUPT) != 0 && kind == OperationKind.WAITING);
    }

    /** Whom a notify wakes, it keeps from leaving by an interrupt, which may come before it or after it. */
    void wakes(Monitor monitor) {
        count = 1;
        for (Task waiter : monitor.waiting) {
            on(waiter.interrupt, READ);
        }
        choices = all ? 0 : Math.min(30, Math.max(1, monitor.waiting.size()));
    }

    /** A hash of what it does and to what parts, though not of whose. */
    public int signature() {
        int sum = kind.ordinal();
        for (int i = 0; i < count; i++) {
            sum = 31 * (31 * sum + locs[i].slot) + accesses[i];
        }
        return sum;
    }

    /** Takes over what another touches. */
    public void copy(Operation other) {
        count = 0;
        global = other.global;
        for (int i = 0; i < other.count; i++) {
            on(other.locs[i], other.accesses[i]);
        }
    }
}
