package bouncer.engine.schedule;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.MemoryLocation;
import java.util.Arrays;

/**
 * The pending operation of an actor: the locations that it touches, and how. Reused for each step; not thread-safe.
 */
public class Operation {
    private OperationKind kind = OperationKind.BEGIN;
    private MemoryLocation[] locations = new MemoryLocation[4];
    private AccessKind[] accesses = new AccessKind[4];
    private int size;
    private boolean global;
    private boolean timed;
    private boolean spurious;

    /** Starts over as an operation that touches nothing. */
    protected final void reset(OperationKind what) {
        kind = what;
        size = 0;
        global = false;
        timed = false;
        spurious = false;
    }

    /** Returns the kind of the operation. */
    public final OperationKind kind() {
        return kind;
    }

    /** Returns the number of locations that the operation touches. */
    public final int size() {
        return size;
    }

    /** Returns a location that the operation touches, by its index below {@link #size}. */
    public final MemoryLocation location(int index) {
        return locations[index];
    }

    /** Returns the access to the location of the same index. */
    public final AccessKind access(int index) {
        return accesses[index];
    }

    /** Adds a location. */
    public Operation on(MemoryLocation location, AccessKind access) {
        if (size == locations.length) {
            locations = Arrays.copyOf(locations, 2 * size);
            accesses = Arrays.copyOf(accesses, 2 * size);
        }
        locations[size] = location;
        accesses[size++] = access;
        return this;
    }

    /** Forgets all locations beyond the first so many. */
    protected final void keepFirst(int count) {
        size = count;
    }

    /** Makes it commute with nothing at all. */
    public final void makeGlobal() {
        global = true;
    }

    /** Returns true if the operation commutes with no other. */
    public final boolean isGlobal() {
        return global;
    }

    /** Lets it end by a timeout. */
    protected final void makeTimed() {
        timed = true;
    }

    /** Returns true if it may end by a timeout. */
    public final boolean isTimed() {
        return timed;
    }

    /** Lets it end without a reason. */
    public final void makeSpurious() {
        spurious = true;
    }

    /** Returns true if it may end without a reason. */
    public final boolean isSpurious() {
        return spurious;
    }

    /** Returns true if the operation may have to wait for other actors. */
    public boolean isBlocking() {
        return false;
    }

    /** Returns true if two operations of different actors do not commute. */
    public final boolean conflicts(Operation other) {
        if (global || other.global) {
            return true;
        }
        for (int i = 0; i < size; i++) {
            if (other.conflictsOn(locations[i], accesses[i])) {
                return true;
            }
        }
        return false;
    }

    private boolean conflictsOn(MemoryLocation location, AccessKind access) {
        for (int i = 0; i < size; i++) {
            if (locations[i] == location && accesses[i].conflictsWith(access)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns true if the operation cannot be reversed with any earlier step, because only the end of a thread enables
     * it.
     *
     * @param branches the ways in which it can complete now
     */
    public final boolean onlyFollows(int branches) {
        return kind == OperationKind.JOIN && branches == Branch.READY.mask();
    }

    /**
     * Returns true if it can complete now without help, and a step of another actor may take that away: by a timeout,
     * without a reason, or by an interrupt where a notify would make the thread do something else.
     *
     * @param branches the ways in which it can complete now
     */
    public final boolean mayLoseBranches(int branches) {
        return ((Branch.TIMEOUT.in(branches) || Branch.SPURIOUS.in(branches)) && (timed || spurious))
                || (Branch.INTERRUPT.in(branches) && kind == OperationKind.WAITING);
    }

    /** Returns true if it changes a location. */
    public final boolean writes() {
        for (int i = 0; i < size; i++) {
            if (accesses[i] != AccessKind.READ) {
                return true;
            }
        }
        return false;
    }

    /** Returns a hash of what it does and to which parts, though not of which objects. */
    public final int signature() {
        int sum = kind.ordinal();
        for (int i = 0; i < size; i++) {
            sum = 31 * (31 * sum + locations[i].slot) + accesses[i].ordinal();
        }
        return sum;
    }

    /** Touches what another operation touches, instead of what it did. */
    public final void copy(Operation other) {
        size = 0;
        global = other.global;
        for (int i = 0; i < other.size; i++) {
            on(other.locations[i], other.accesses[i]);
        }
    }
}
