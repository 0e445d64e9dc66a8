package bouncer.engine.run;

import bouncer.engine.memory.Fences;
import bouncer.engine.memory.LocationSlots;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.memory.VectorClock;
import bouncer.engine.schedule.Branch;
import bouncer.engine.schedule.OperationKind;
import org.jspecify.annotations.Nullable;

/** A model thread, as the run loop of an execution sees it. Not thread-safe. */
public class Task extends Actor {
    /** The number of spurious failures of weak compare-and-sets per thread: one shows whether the program retries. */
    private static final int WEAK_FAILURES = 1;

    private final Execution execution;
    private final int number;
    private final Thread thread;
    private final Life life;
    private final VectorClock clock = new VectorClock();
    private final Fences fences = new Fences();
    private final SpinLoopDetector spin = new SpinLoopDetector();
    private final Steps steps;
    private final MemoryLocation interrupt;
    private PendingStores stores = PendingStores.NONE;
    private boolean interrupted;
    private int atomic;
    private boolean late;
    private boolean ofProgram;
    private int spuriousLeft;
    private int weakFailuresLeft = WEAK_FAILURES;
    private @Nullable String mustNotWait;
    private int hashes;
    private @Nullable InitialiserScope scope;

    /** The carrier's seat of this thread; null before the first step, and while it waits without frames. */
    @Nullable
    Object seat;
    /** The number of times that the thread was unwound. */
    int aborts;

    /**
     * Creates a thread, which is then added to an execution.
     *
     * @param thread what instrumented code sees as {@code Thread.currentThread()}
     * @param name what traces call it
     */
    protected Task(Execution execution, Thread thread, String name, Life life) {
        super(execution.actors().size(), name);
        this.execution = execution;
        this.number = execution.actors().threads();
        this.thread = thread;
        this.life = life;
        spuriousLeft = execution.spuriousWakeups();
        steps = new Steps(execution, this);
        interrupt = execution.memory().at(thread, LocationSlots.INTERRUPT);
        clock.set(id(), 1);
        operation().is(OperationKind.BEGIN, "begins");
    }

    /** Returns the execution of this thread. */
    public final Execution execution() {
        return execution;
    }

    /** Returns the number among the threads of the execution, in the order of starts. */
    public final int number() {
        return number;
    }

    /** Returns the thread that instrumented code sees as {@code Thread.currentThread()}. */
    public final Thread thread() {
        return thread;
    }

    final boolean live() {
        return life.live();
    }

    /** Returns the vector clock of the thread for the happens-before of the memory model. */
    public final VectorClock clock() {
        return clock;
    }

    /** Returns the accesses weaker than volatile since the last fence. */
    public final Fences fences() {
        return fences;
    }

    /** Returns the detector of spin loops. */
    public final SpinLoopDetector spin() {
        return spin;
    }

    /** Returns the steps on shared locations. */
    public final Steps steps() {
        return steps;
    }

    /** Returns the stores that other threads do not see yet. */
    public final PendingStores stores() {
        return stores;
    }

    /** Gives it a store buffer. */
    public final void storesInto(PendingStores buffer) {
        stores = buffer;
    }

    /** Returns the location of its interrupt status. */
    public final MemoryLocation interruptLocation() {
        return interrupt;
    }

    @Override
    final boolean isBackground() {
        return thread.isDaemon();
    }

    @Override
    public final boolean isInterrupted() {
        return interrupted;
    }

    /** Sets or clears its interrupt status. */
    public final void setInterrupted(boolean set) {
        interrupted = set;
    }

    /** Returns true if no other thread may be scheduled between the operations of this one. */
    public final boolean isAtomic() {
        return atomic > 0;
    }

    /** Begins a section between whose operations no other thread is scheduled; sections nest. */
    public final void beginAtomic() {
        atomic++;
    }

    /** Ends the innermost {@link #beginAtomic}. */
    public final void endAtomic() {
        atomic--;
    }

    /** Returns true if the step under way was delayed until its deadline had passed. */
    public final boolean isLate() {
        return late;
    }

    @Override
    final void setLate(boolean heldUp) {
        late = heldUp;
    }

    /** Returns true if its operation completed in a branch; not for operations with numbered alternatives. */
    public final boolean took(Branch which) {
        return which.is(branch());
    }

    /** Sets the number of spurious wake-ups that are left. */
    public final void allowSpurious(int most) {
        spuriousLeft = most;
    }

    /** Counts a spurious wake-up, if the last wait ended by one. */
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

    /** Returns true if the program has started the thread, and not its caller. */
    public final boolean isOfProgram() {
        return ofProgram;
    }

    /** Says that the program has started the thread. */
    public final void startedByProgram() {
        ofProgram = true;
    }

    /** Returns why the thread must not block, or null if it may. */
    public final @Nullable String mustNotWait() {
        return mustNotWait;
    }

    /** Forbids the thread to block, for a reason; null lifts that. */
    public final void setMustNotWait(@Nullable String why) {
        execution.actors().countForbidden((why == null ? 0 : 1) - (mustNotWait == null ? 0 : 1));
        mustNotWait = why;
    }

    /** Returns true if the thread is blocked on another thread; waiting for its own stores does not count. */
    public final boolean isWaiting() {
        PendingOperation op = operation();
        return !hasEnded()
                && op.kind() != OperationKind.DRAIN
                && op.isBlocking()
                && !op.isReady()
                && !(op.isInterruptible() && interrupted);
    }

    /** Returns the number of the thread's next identity hash, from 0. */
    public final int nextHash() {
        return hashes++;
    }

    /** Sets the static initialisers that the thread runs; null for none. */
    public final void setScope(@Nullable InitialiserScope initialisers) {
        scope = initialisers;
    }

    /** Returns the static initialisers that the thread runs now, or null. */
    final @Nullable InitialiserScope scope() {
        return scope;
    }

    /** Says that what the thread does now depends on others, or they on it, should it run a static initialiser. */
    public final void reachesOutside() {
        if (scope != null) {
            scope.reachesOutside();
        }
    }

    final void end() {
        setEnded(true);
    }

    @Override
    protected final boolean stepsByItself() {
        return false;
    }
}
