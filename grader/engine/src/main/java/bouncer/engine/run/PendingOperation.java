package bouncer.engine.run;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.schedule.Operation;
import bouncer.engine.schedule.OperationKind;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The next operation of an actor, with its enabledness. Each actor reuses one, so that a step allocates nothing.
 */
public final class PendingOperation extends Operation {
    @Nullable
    Enabledness guard;

    private boolean due;
    private boolean interruptible;
    private boolean weak;
    private boolean idle;
    private boolean free;
    private boolean expirable;
    private boolean punctual;
    private boolean passedOver;
    private boolean readyFirst;
    private @Nullable BooleanSupplier queued;
    private long deadline;
    private int choices;
    private @Nullable LateTargets lateTargets;
    private String words = "";
    private String waitsFor = "";

    /** Completes an operation whose locations and choices are known only when it is scheduled. */
    @FunctionalInterface
    public interface LateTargets {
        /** Replaces all locations but the first. Called each time that enabledness is evaluated. */
        void find(PendingOperation operation);
    }

    PendingOperation() {}

    /** Resets this to an operation that touches nothing and is always enabled. */
    public PendingOperation is(OperationKind what, String inWords) {
        reset(what);
        words = inWords;
        guard = null;
        due = false;
        interruptible = false;
        weak = false;
        idle = false;
        free = false;
        expirable = false;
        punctual = false;
        passedOver = false;
        readyFirst = false;
        queued = null;
        choices = 0;
        lateTargets = null;
        waitsFor = "";
        return this;
    }

    @Override
    public PendingOperation on(MemoryLocation location, AccessKind access) {
        super.on(location, access);
        return this;
    }

    /** Enabled only while a condition holds. */
    public PendingOperation when(Enabledness condition) {
        guard = condition;
        return this;
    }

    /** Lets the operation time out at a virtual time in nanoseconds. */
    public PendingOperation until(long time) {
        makeTimed();
        return dueAt(time);
    }

    /** Sets a deadline in virtual nanoseconds that the enabled operation may miss if its thread is delayed. */
    public PendingOperation dueAt(long time) {
        due = true;
        deadline = VirtualTime.endOfGrain(time);
        return this;
    }

    /** Lets an interrupt end the operation. */
    public PendingOperation interruptibly() {
        interruptible = true;
        return this;
    }

    /** Lets an interrupt end the operation only while it is not enabled. */
    public PendingOperation readyFirst() {
        readyFirst = true;
        return this;
    }

    boolean isReadyFirst() {
        return readyFirst;
    }

    /** Makes this a compare-and-set that may fail spuriously. */
    public PendingOperation weakly() {
        weak = true;
        return this;
    }

    /** Makes it no failure to stay blocked here. */
    public PendingOperation idly() {
        idle = true;
        return this;
    }

    /**
     * Lets the wait end at any moment, at its deadline by its own thread's clock: other threads may take any time
     * meanwhile, so that a sleep orders nothing.
     */
    public PendingOperation freely() {
        free = true;
        return this;
    }

    /** Sets the number of alternatives, each of which is explored; 0 for an operation without alternatives. */
    public PendingOperation amongst(int alternatives) {
        choices = alternatives;
        return this;
    }

    /** Touches locations that are known only when it is scheduled. */
    public PendingOperation late(LateTargets targets) {
        lateTargets = targets;
        return this;
    }

    /** Names what is waited for; empty if the operation's own words suffice. */
    public PendingOperation waitsFor(String what) {
        waitsFor = what;
        return this;
    }

    /** Forgets all locations but the first. */
    public void keepFirstLocation() {
        keepFirst(1);
    }

    void findLateTargets() {
        if (lateTargets != null) {
            lateTargets.find(this);
        }
    }

    @Override
    public boolean isBlocking() {
        return guard != null;
    }

    boolean isReady() {
        return guard == null || guard.holds();
    }

    /** Returns the thread that holds what is waited for, or null. */
    public @Nullable Thread holder() {
        return guard == null ? null : guard.holder();
    }

    boolean isDue() {
        return due;
    }

    boolean isInterruptible() {
        return interruptible;
    }

    boolean isWeak() {
        return weak;
    }

    /** Returns true if it is no failure to stay blocked here. */
    public boolean isIdle() {
        return idle;
    }

    /** Returns true if the wait may end at any moment, at its deadline by its own thread's clock. */
    boolean isFree() {
        return free;
    }

    /** Sets when the thread counts as queued for what it waits for. */
    public PendingOperation queuedIf(BooleanSupplier condition) {
        queued = condition;
        return this;
    }

    /** Returns true if the thread was blocked here, and counts as queued for what it waits for. */
    public boolean isQueued() {
        return (passedOver || !isReady()) && (queued == null || queued.getAsBoolean());
    }

    /** Lets the wait end by its timeout from here on, though the deadline of another wait is earlier. */
    /** Lets it time out only when its time has come, also where other timeouts are choices. */
    public PendingOperation punctually() {
        punctual = true;
        return this;
    }

    boolean isPunctual() {
        return punctual;
    }

    void expire() {
        expirable = true;
    }

    boolean isExpirable() {
        return expirable;
    }

    /** Records that others could run while the operation was blocked. */
    void passOver() {
        passedOver = true;
    }

    boolean isPassedOver() {
        return passedOver;
    }

    /** Returns the deadline in nanoseconds of virtual time; undefined unless the operation is timed or due. */
    public long deadline() {
        return deadline;
    }

    int choices() {
        return choices;
    }

    /** Returns the operation in words, for traces. */
    public String words() {
        return words;
    }

    /** Returns the name of what is waited for; may be empty. */
    public String waitsFor() {
        return waitsFor;
    }
}
