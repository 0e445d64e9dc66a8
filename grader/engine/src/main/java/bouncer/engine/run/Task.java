package bouncer.engine.run;

import bouncer.engine.memory.Fences;
import bouncer.engine.memory.LocationSlots;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.memory.VectorClock;
import bouncer.engine.schedule.Branch;
import bouncer.engine.schedule.OperationKind;
import org.jspecify.annotations.Nullable;

/** A model thread, as the loop of an execution knows it. Used under control only. */
public class Task extends Actor {
    /** Weak compare-and-sets of one thread that fail without a reason: one shows whether the program tries again. */
    private static final int WEAK_FAILURES = 1;

    private final Execution execution;
    private final int number;
    private final Thread thread;
    private final Runnable body;
    private final VectorClock clock = new VectorClock();
    private final Fences fences = new Fences();
    private final SpinLoopDetector spin = new SpinLoopDetector();
    private final Steps steps;
    private final MemoryLocation interrupt;
    private PendingStores stores = PendingStores.NONE;
    private boolean interrupted;
    private int atomic;
    private boolean late;
    private int spuriousLeft;
    private int weakFailuresLeft = WEAK_FAILURES;
    private @Nullable String mustNotWait;
    private int hashes;

    /** What the carrier runs it on; null before its first step. */
    @Nullable
    Object seat;
    /** How often it was unwound. */
    int aborts;

    /**
     * A thread that is about to be added to an execution.
     *
     * @param thread what instrumented code sees as {@code Thread.currentThread()}
     * @param name what traces call it
     */
    protected Task(Execution execution, Thread thread, String name, Runnable body) {
        super(execution.actors().size(), name);
        this.execution = execution;
        this.number = execution.actors().threads();
        this.thread = thread;
        this.body = body;
        spuriousLeft = execution.spuriousWakeups();
        steps = new Steps(execution, this);
        interrupt = execution.memory().at(thread, LocationSlots.INTERRUPT);
        clock.set(id(), 1);
        operation().is(OperationKind.BEGIN, "begins");
    }

    /** The execution that it belongs to. */
    public final Execution execution() {
        return execution;
    }

    /** Its number among the threads of the execution, in the order of starts. */
    public final int number() {
        return number;
    }

    /** What instrumented code sees as {@code Thread.currentThread()}. */
    public final Thread thread() {
        return thread;
    }

    final void runBody() {
        body.run();
    }

    /** Happens-before of the memory model: what it knows of the other threads. */
    public final VectorClock clock() {
        return clock;
    }

    /** Its accesses weaker than volatile since the last fence. */
    public final Fences fences() {
        return fences;
    }

    /** Whether it spins. */
    public final SpinLoopDetector spin() {
        return spin;
    }

    /** Its steps on shared locations. */
    public final Steps steps() {
        return steps;
    }

    /** What it stored and other threads do not see yet. */
    public final PendingStores stores() {
        return stores;
    }

    /** Gives it a store buffer. */
    public final void storesInto(PendingStores buffer) {
        stores = buffer;
    }

    /** The location of its interrupt status. */
    public final MemoryLocation interruptLocation() {
        return interrupt;
    }

    @Override
    public final boolean isInterrupted() {
        return interrupted;
    }

    /** Sets or clears its interrupt status. */
    public final void setInterrupted(boolean set) {
        interrupted = set;
    }

    /** Whether nothing may be scheduled between its operations. */
    public final boolean isAtomic() {
        return atomic > 0;
    }

    /** Nothing is scheduled between its operations until {@link #endAtomic}; nests. */
    public final void beginAtomic() {
        atomic++;
    }

    /** Ends the innermost {@link #beginAtomic}. */
    public final void endAtomic() {
        atomic--;
    }

    /** Whether its step under way was held up until its deadline had passed. */
    public final boolean isLate() {
        return late;
    }

    @Override
    final void setLate(boolean heldUp) {
        late = heldUp;
    }

    /** Whether its operation completed in a branch; not for operations with numbered alternatives. */
    public final boolean took(Branch which) {
        return which.is(branch());
    }

    /** How many more of its waits may end without a reason. */
    public final void allowSpurious(int most) {
        spuriousLeft = most;
    }

    /** One of its waits has ended without a reason, if that is how it ended. */
    public final void countSpurious() {
        if (took(Branch.SPURIOUS)) {
            spuriousLeft--;
        }
    }

    final void countWeakFailure() {
        weakFailuresLeft--;
    }

    @Override
    final boolean mayWakeSpuriously() {
        return spuriousLeft > 0;
    }

    @Override
    final boolean mayFailWeakly() {
        return weakFailuresLeft > 0;
    }

    /** Why it must not block, or null if it may. */
    public final @Nullable String mustNotWait() {
        return mustNotWait;
    }

    /** From here on it must not block, for a reason; null lifts that. */
    public final void setMustNotWait(@Nullable String why) {
        execution.actors().countForbidden((why == null ? 0 : 1) - (mustNotWait == null ? 0 : 1));
        mustNotWait = why;
    }

    /** Whether it waits for another thread and nothing lets it continue; to wait for its own stores is no such wait. */
    public final boolean isWaiting() {
        PendingOperation op = operation();
        return !hasEnded()
                && op.kind() != OperationKind.DRAIN
                && op.isBlocking()
                && !op.isReady()
                && !(op.isInterruptible() && interrupted);
    }

    /** Counts a hash that it gives out, from 0. */
    public final int nextHash() {
        return hashes++;
    }

    final void end() {
        setEnded(true);
    }

    @Override
    protected final boolean stepsByItself() {
        return false;
    }
}
