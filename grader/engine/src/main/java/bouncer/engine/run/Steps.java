package bouncer.engine.run;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.HappensBefore;
import bouncer.engine.memory.LargeArray;
import bouncer.engine.memory.LocationSlots;
import bouncer.engine.memory.Memory;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.memory.MemoryMode;
import bouncer.engine.schedule.Branch;
import bouncer.engine.schedule.OperationKind;
import java.lang.reflect.Array;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The steps of one thread on shared locations: variables, and the state of library models. Not thread-safe. */
public final class Steps {
    private static final String READS = "reads";
    private static final String WRITES = "writes";

    private final Execution execution;
    private final Task task;
    private final OptimisticReads optimistic;
    /** Whether the last operation was no step, because it repeated a read in a spin loop. */
    private boolean skipped;
    /** Whether the action under way declared that it changed nothing. */
    private boolean unchanged;

    Steps(Execution execution, Task task) {
        this.execution = execution;
        this.task = task;
        optimistic = new OptimisticReads(task.id(), task.clock());
    }

    /** An operation within an atomic section: not a choice, and it must be enabled. */
    void inside() {
        PendingOperation op = task.operation();
        task.reachesOutside();
        int can = execution.enabled().branchesNow(task);
        if (can == 0) {
            throw execution.lose("a thread blocks inside an operation that must be atomic (" + op.words() + ")");
        }
        task.choose(op.choices() > 0 ? 0 : Integer.numberOfTrailingZeros(can));
        for (int i = 0; i < op.size(); i++) {
            execution.lateAccess(op.location(i), op.access(i));
        }
    }

    /**
     * Waits until the thread is scheduled to read a location; returns at once if the read only repeats one of a spin
     * loop.
     */
    public void look(MemoryLocation location) {
        skipped = !task.isAtomic() && task.spin().stutters(location);
        if (skipped) {
            spinIfOften();
        } else {
            execution.step(task);
        }
        task.spin().looked(location);
    }

    /** Records a hint of the thread that it spins or yields. */
    public void hint() {
        if (!task.isAtomic()) {
            task.spin().hint();
            spinIfOften();
        }
    }

    private void spinIfOften() {
        if (task.spin().looks() > task.spin().patience(execution.limits().spins())) {
            spin();
        }
    }

    /** Returns the listener to the operation under way: one of thousands in a spin loop is of no interest. */
    private ExecutionListener listener() {
        return skipped && task.spin().isReleased() ? ExecutionListener.NONE : execution.listener();
    }

    /** Waits until a location that the thread spins on has changed. */
    private void spin() {
        PendingOperation op = task.operation()
                .is(OperationKind.SPIN, "spins")
                .when(task.spin())
                .waitsFor("a change of what it reads in a loop");
        task.spin().touch(op);
        execution.result().incompleteness().spinCollapsed();
        execution.step(task);
        if (task.spin().holds()) {
            task.spin().changed();
        } else {
            task.spin().release();
        }
    }

    /**
     * Asks for what any step of any thread may change, as the state of a thread.
     *
     * @param key tells one question from another
     */
    public <T extends @Nullable Object> T observe(Object key, String words, Supplier<T> answer) {
        if (!task.isAtomic() && task.spin().repeats(key)) {
            spinIfOften();
        } else {
            task.operation().is(OperationKind.ATOMIC, words).makeGlobal();
            execution.step(task);
        }
        if (!task.isAtomic()) {
            task.spin().observed(key, answer);
        }
        return answer.get();
    }

    /**
     * Announces an ordered access and waits until it is scheduled. The caller acts, and then calls {@link #read},
     * {@link #wrote} or both.
     */
    public void announce(MemoryLocation location, OperationKind kind, String words, AccessKind access, boolean weak) {
        PendingOperation op = task.operation().is(kind, words).on(location, access);
        if (weak) {
            op.weakly();
        }
        task.choose(Branch.READY.ordinal());
        if (access != AccessKind.READ) {
            task.stores().mayFlush(op);
        }
        if (kind == OperationKind.WRITE) {
            execution.step(task);
        } else {
            look(location);
        }
    }

    /** A volatile read of a variable is scheduled now. */
    public void readVolatile(MemoryLocation location) {
        ordered(location, MemoryMode.VOLATILE, false);
        listener().accessed(task, location, OperationKind.READ);
    }

    /** A volatile write of a variable is scheduled now. */
    public void writeVolatile(MemoryLocation location) {
        task.stores().drain();
        ordered(location, MemoryMode.VOLATILE, true);
        execution.listener().accessed(task, location, OperationKind.WRITE);
    }

    /**
     * A plain read in a relocated class of the JDK. Races among those are no failure, but the order of racing accesses
     * matters: the first race shows that they must be steps. They are sequentially consistent in either case.
     */
    public void relocatedRead(MemoryLocation location) {
        if (execution.libraryVisible()) {
            ordered(location, MemoryMode.UNORDERED, false);
        } else {
            location.relocated = true;
            int rival = HappensBefore.read(task.id(), task.clock(), location);
            raced(location, rival, OperationKind.PLAIN_READ, null);
        }
    }

    /** A plain write in a relocated class of the JDK; see {@link #relocatedRead}. */
    public void relocatedWrite(MemoryLocation location) {
        if (execution.libraryVisible()) {
            ordered(location, MemoryMode.UNORDERED, true);
        } else {
            location.relocated = true;
            int rival = HappensBefore.write(task.id(), task.clock(), location);
            raced(location, rival, OperationKind.PLAIN_WRITE, null);
            execution.changed(task, location);
        }
    }

    private void ordered(MemoryLocation location, MemoryMode mode, boolean write) {
        if (write) {
            announce(location, OperationKind.WRITE, WRITES, AccessKind.WRITE, false);
            wrote(location, mode, false);
        } else {
            announce(location, OperationKind.READ, READS, AccessKind.READ, false);
            read(location, mode);
        }
    }

    /** An ordered read has happened. */
    public void read(MemoryLocation location, MemoryMode mode) {
        if (location.slot >= 0) {
            int rival = HappensBefore.orderedRead(task.id(), task.clock(), location);
            raced(location, rival, OperationKind.READ, null);
        }
        // A thread that reads its own pending store reads no other thread's.
        if (mode.isAtLeast(MemoryMode.ACQUIRE_RELEASE) && !task.stores().isPending(location)) {
            HappensBefore.acquire(task.clock(), location);
        }
        if (mode == MemoryMode.UNORDERED && location.isLibraryState()) {
            HappensBefore.observe(task.clock(), location);
        }
        if (mode.isAtLeast(MemoryMode.OPAQUE)) {
            boolean weak = mode != MemoryMode.VOLATILE;
            execution.result().incompleteness().weakOrderIf(task.fences().loads(location, weak));
        }
    }

    /** An ordered write has happened; part of an update if the thread has read before. */
    public void wrote(MemoryLocation location, MemoryMode mode, boolean update) {
        if (location.slot >= 0) {
            int rival = HappensBefore.orderedWrite(task.id(), task.clock(), location);
            raced(location, rival, OperationKind.WRITE, null);
        }
        if (mode == MemoryMode.VOLATILE || (mode == MemoryMode.ACQUIRE_RELEASE && update)) {
            HappensBefore.release(task.id(), task.clock(), location);
        } else if (mode == MemoryMode.ACQUIRE_RELEASE) {
            HappensBefore.releaseAlone(task.id(), task.clock(), location);
        } else if (!update) {
            HappensBefore.releaseNothing(location);
        }
        if (mode == MemoryMode.UNORDERED && location.isLibraryState()) {
            HappensBefore.show(task.id(), task.clock(), location);
        }
        if (mode == MemoryMode.VOLATILE) {
            task.fences().full();
        } else if (mode.isAtLeast(MemoryMode.OPAQUE)) {
            boolean opaque = mode == MemoryMode.OPAQUE;
            execution.result().incompleteness().weakOrderIf(task.fences().updates(location, opaque));
        } else {
            task.stores().flush();
        }
        if (skipped) {
            skipped = false;
            execution.lateAccess(location, AccessKind.WRITE);
        }
        execution.changed(task, location);
    }

    /** A store in a mode weaker than volatile has happened, visible to its own thread only. */
    public void stored(MemoryLocation location, boolean opaque) {
        if (location.slot >= 0) {
            int rival = HappensBefore.orderedWrite(task.id(), task.clock(), location);
            raced(location, rival, OperationKind.WRITE, null);
        }
        execution.result().incompleteness().weakOrderIf(task.fences().stores(location, opaque));
    }

    /**
     * Called before an update. On most machines all earlier stores become visible before it. Where the mode does not
     * require that, the execution counts as incomplete.
     */
    public void drainBefore(MemoryMode mode) {
        if (task.stores().isDirty()) {
            execution.result().incompleteness().weakOrderIf(mode != MemoryMode.VOLATILE);
            task.stores().drain();
        }
    }

    /**
     * A plain read.
     *
     * @param method the method of the library object that does it; null for a variable
     */
    public void plainRead(MemoryLocation location, @Nullable String method) {
        touches(location);
        String words = method == null ? READS : method;
        if (optimistic.isOn()) {
            announce(location, OperationKind.READ, words, AccessKind.READ, false);
            boolean unused = optimistic.races(location);
            return;
        }
        if (execution.plainVisible()) {
            task.operation().is(OperationKind.PLAIN_READ, words).on(location, AccessKind.READ);
            look(location);
        } else if (task.spin().plain(location) && !task.isAtomic()) {
            spin();
        }
        if (optimistic.mayValidate() && optimistic.races(location)) {
            return;
        }
        int rival = HappensBefore.read(task.id(), task.clock(), location);
        raced(location, rival, OperationKind.PLAIN_READ, method);
    }

    private void touches(MemoryLocation location) {
        InitialiserScope scope = task.scope();
        if (scope != null) {
            scope.touches(location);
        }
    }

    /** A plain write; see {@link #plainRead}. */
    public void plainWrite(MemoryLocation location, @Nullable String method) {
        touches(location);
        if (task.stores().wasStored(location)) {
            task.stores().drain();
        }
        if (execution.plainVisible()) {
            task.operation()
                    .is(OperationKind.PLAIN_WRITE, method == null ? WRITES : method)
                    .on(location, AccessKind.WRITE);
            execution.step(task);
        }
        int rival = HappensBefore.write(task.id(), task.clock(), location);
        raced(location, rival, OperationKind.PLAIN_WRITE, method);
        if (execution.initialisers().readsOptimistically() && !execution.plainVisible()) {
            // An optimistic read is a step, so its order with a write that is none matters to the search.
            execution.lateAccess(location, AccessKind.WRITE);
        }
        execution.changed(task, location);
    }

    /**
     * Plain accesses of elements of an array.
     *
     * @return false if each must be an access of its own, because the array is small or the reads are optimistic
     */
    public boolean largeArray(Object array, int from, int to, boolean write) {
        if (Array.getLength(array) < LargeArray.LEAST || optimistic.mayValidate()) {
            return false;
        }
        Memory memory = execution.memory();
        MemoryLocation whole = memory.at(array, LocationSlots.WHOLE);
        touches(whole);
        if (execution.plainVisible() && !task.isAtomic()) {
            // A location for each element would cost too much: all its accesses depend on each other.
            task.stores().drain();
            PendingOperation op = task.operation()
                    .is(write ? OperationKind.PLAIN_WRITE : OperationKind.PLAIN_READ, write ? WRITES : READS)
                    .on(whole, write ? AccessKind.WRITE : AccessKind.READ);
            if (op.writes()) {
                execution.step(task);
                execution.changed(task, whole);
            } else {
                look(whole);
            }
        }
        Memory.Parts parts = memory.of(array);
        if (parts.large == null) {
            parts.large = new LargeArray();
        }
        int rival = parts.large.access(task.id(), task.clock(), from, to, write);
        if (rival >= 0) {
            OperationKind kind = write ? OperationKind.PLAIN_WRITE : OperationKind.PLAIN_READ;
            raced(memory.at(array, from), rival, kind, null);
        }
        if (write) {
            execution.progress(task);
        }
        return true;
    }

    /** Plain accesses of several locations by one library call: one step. */
    public void plainRange(MemoryLocation[] locations, boolean write) {
        if (optimistic.isOn() && !write) {
            for (MemoryLocation location : locations) {
                plainRead(location, null);
            }
            return;
        }
        if (execution.plainVisible()) {
            task.stores().drain();
            PendingOperation op = task.operation()
                    .is(write ? OperationKind.PLAIN_WRITE : OperationKind.PLAIN_READ, write ? WRITES : READS);
            for (MemoryLocation location : locations) {
                op.on(location, write ? AccessKind.WRITE : AccessKind.READ);
            }
            execution.step(task);
        }
        OperationKind kind = write ? OperationKind.PLAIN_WRITE : OperationKind.PLAIN_READ;
        for (MemoryLocation location : locations) {
            touches(location);
            int rival = write
                    ? HappensBefore.write(task.id(), task.clock(), location)
                    : HappensBefore.read(task.id(), task.clock(), location);
            raced(location, rival, kind, null);
            if (write) {
                execution.changed(task, location);
            }
            execution.listener().accessed(task, location, kind);
        }
    }

    /** A thread has got an optimistic stamp of a lock, or 0 in its place. */
    public void beginOptimistic(Object lock, boolean stamped) {
        abandonOptimistic(lock);
        optimistic.begin(lock, stamped);
        execution.initialisers().readOptimistically();
    }

    /** A thread has asked whether a stamp of a lock is valid, whatever the answer is. */
    public void validated(Object lock) {
        optimistic.validated(lock);
    }

    /** An optimistic stamp of a lock is of no use any more: a racing read that was not validated was a data race. */
    public void abandonOptimistic(Object lock) {
        unordered(optimistic.abandon(lock));
    }

    /** Called when no validation can follow any more; see {@link #abandonOptimistic}. */
    public void neverValidated() {
        unordered(optimistic.last());
    }

    private void unordered(OptimisticReads.@Nullable Read read) {
        if (read != null) {
            raced(read.location(), read.rival(), OperationKind.PLAIN_READ, null);
        }
    }

    private void raced(MemoryLocation location, int rival, OperationKind kind, @Nullable String method) {
        if (rival >= 0 && location.relocated) {
            throw execution.stop(End.LIBRARY_RACE, task);
        }
        if (rival >= 0 && execution.racesEnd()) {
            execution.listener().raced(task, location, kind, method);
            execution.result().cause().raced(location, rival);
            throw execution.stop(End.RACE, task);
        }
    }

    /** Runs an action whose operations are not steps of their own. */
    public <T extends @Nullable Object> T alone(Supplier<T> action) {
        task.beginAtomic();
        try {
            return action.get();
        } finally {
            task.endAtomic();
        }
    }

    /**
     * One step of a library model: any other thread may be scheduled before it, then the action runs atomically.
     *
     * @param method what the trace calls the step; nothing is recorded if it is empty
     * @param weak whether it is a compare-and-set that may fail spuriously
     */
    public <T extends @Nullable Object> T act(
            MemoryLocation location,
            AccessKind access,
            MemoryMode mode,
            String method,
            boolean weak,
            Supplier<T> action) {
        if (mode == MemoryMode.PLAIN) {
            if (access.writes()) {
                plainWrite(location, method);
            } else {
                plainRead(location, method);
            }
        } else {
            ordered(location, access, mode, method, weak);
        }
        ExecutionListener listener = method.isEmpty() ? ExecutionListener.NONE : listener();
        listener.called(task, location, method, access.writes() ? OperationKind.UPDATE : OperationKind.READ);
        boolean outer = unchanged;
        boolean outerSkipped = skipped;
        unchanged = false;
        boolean changed = false;
        try {
            T result = alone(action);
            changed = access.writes() && !unchanged;
            if (result != NoResult.NOTHING) {
                listener.value(task, result);
            }
            return result;
        } finally {
            unchanged = outer;
            skipped = outerSkipped;
            if (changed && mode != MemoryMode.PLAIN && !execution.aborting()) {
                // An addition keeps what other threads have released, as an update does.
                wrote(location, mode, access != AccessKind.WRITE);
                if (access == AccessKind.UPDATE) {
                    execution.observers().contended(task, location);
                }
            }
        }
    }

    private void ordered(MemoryLocation location, AccessKind access, MemoryMode mode, String method, boolean weak) {
        if (access.writes() && mode.isAtLeast(MemoryMode.OPAQUE)) {
            drainBefore(mode);
        }
        switch (access) {
            case READ -> announce(location, OperationKind.READ, method, AccessKind.READ, false);
            case ADD -> announce(location, OperationKind.WRITE, method, AccessKind.ADD, false);
            case UPDATE -> announce(location, OperationKind.UPDATE, method, AccessKind.WRITE, weak);
            case WRITE, RELEASE -> announce(location, OperationKind.WRITE, method, AccessKind.WRITE, false);
        }
        if (access.reads() && !task.took(Branch.SPURIOUS)) {
            read(location, mode);
        }
    }

    /** Declares that the action under way changed nothing: it releases nothing, and a loop of such steps spins. */
    public void unchanged() {
        unchanged = true;
    }

    /**
     * Returns true if the weak compare-and-set under way must fail spuriously. Returning true counts as one failure.
     */
    public boolean failsWeakly() {
        if (!task.operation().isWeak() || !task.took(Branch.SPURIOUS)) {
            return false;
        }
        task.choose(Branch.READY.ordinal());
        task.countWeakFailure();
        execution.progress(task); // a retry is not spinning
        execution.listener().said(task, () -> "fails for no reason, as a weak one may");
        return true;
    }
}
