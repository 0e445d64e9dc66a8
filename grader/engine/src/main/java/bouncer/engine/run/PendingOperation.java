package bouncer.engine.run;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.schedule.Operation;
import bouncer.engine.schedule.OperationKind;
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
