package bouncer.engine.buffer;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.HappensBefore;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.memory.MemoryMode;
import bouncer.engine.run.Enabledness;
import bouncer.engine.run.Execution;
import bouncer.engine.run.PendingOperation;
import bouncer.engine.run.PendingStores;
import bouncer.engine.run.Task;
import bouncer.engine.schedule.OperationKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The stores of one thread in modes weaker than volatile that other threads do not see yet. Release stores become
 * visible in program order and after all stores before them; opaque ones of different variables in any order.
 */
final class StoreBuffer implements PendingStores {
    /** The largest number of stores between two drains; one more drains first, and interleavings are left out. */
    private static final int ROOM = 8;

    private final Execution execution;
    private final Task owner;
    private final Enabledness empty = this::isEmpty;
    /** The first is for release stores, each other one for the opaque stores of one variable. */
    private final List<Flusher> flushers = new ArrayList<>();

    private final Map<MemoryLocation, Flusher> opaque = new HashMap<>();
    private final List<BufferedStore> pending = new ArrayList<>();
    /** The last store to each variable since the last drain. */
    private final Map<MemoryLocation, BufferedStore> latest = new HashMap<>();
    /** Stores since the last drain, as whether the thread blocks may depend only on its own steps. */
    private int made;
    /** Stores before the last fence, which stores after it must follow. */
    private List<BufferedStore> fenced = List.of();

    /** An empty one, which adds its flushers to the execution. */
    StoreBuffer(Execution execution, Task owner, int flushers) {
        this.execution = execution;
        this.owner = owner;
        for (int i = 0; i < flushers; i++) {
            Flusher flusher = new Flusher(execution, owner, this);
            this.flushers.add(flusher);
            execution.add(flusher, owner);
        }
    }

    @Override
    public boolean isEmpty() {
        return pending.isEmpty();
    }

    @Override
    public boolean isDirty() {
        return made > 0;
    }

    @Override
    public boolean wasStored(MemoryLocation location) {
        return latest.containsKey(location);
    }

    @Override
    public @Nullable BufferedStore latest(MemoryLocation location) {
        BufferedStore store = latest.get(location);
        return store == null || store.isFlushed() ? null : store;
    }

    /** Returns a store that the thread is about to make. */
    BufferedStore begin(MemoryLocation location, MemoryMode mode, Supplier<Cell> cell) {
        if (made >= ROOM) {
            execution.result().incompleteness().weakOrder();
            drain();
        }
        return new BufferedStore(execution.memory(), location, cell.get(), mode == MemoryMode.ACQUIRE_RELEASE);
    }

    /** Ends a store, which memory now shows. */
    void end(BufferedStore store) {
        MemoryLocation location = store.location();
        store.made(null);
        owner.steps().stored(location, !store.isRelease());
        if (store.isRelease()) {
            store.made(HappensBefore.gives(owner.id(), owner.clock()));
        }
        execution.checkOutliving(location);
        execution.progress(owner);
        add(store);
        execution.showStores(this);
    }

    private void add(BufferedStore store) {
        Flusher flusher = store.isRelease() ? flushers.get(0) : flusherOf(store.location());
        if (store.isRelease()) {
            for (Flusher other : flushers) {
                store.after(other == flusher ? null : other.last());
            }
        } else {
            store.after(latest.get(store.location()));
            fenced.forEach(store::after);
        }
        made++;
        pending.add(store);
        latest.put(store.location(), store);
        execution.lateAccess(store.itself(), AccessKind.RELEASE);
        flusher.add(store);
        if (pending.size() == 1 && execution.enabled().branchesNow(flusher) != 0) {
            execution.continueWith(flusher);
        }
    }

    /** Opaque stores of more variables than there are flushers keep program order. */
    private Flusher flusherOf(MemoryLocation location) {
        Flusher known = opaque.get(location);
        if (known == null) {
            int next = opaque.size() + 1;
            boolean left = next < flushers.size();
            execution.result().incompleteness().weakOrderIf(!left);
            known = flushers.get(left ? next : 0);
            opaque.put(location, known);
        }
        return known;
    }

    @Override
    public void fence() {
        fenced = flushers.stream().map(Flusher::last).filter(Objects::nonNull).toList();
    }

    @Override
    public void show() {
        pending.forEach(BufferedStore::apply);
    }

    @Override
    public void hide() {
        for (int i = pending.size() - 1; i >= 0; i--) {
            pending.get(i).unapply();
        }
    }

    /** A store becomes visible by its flusher, while memory shows what all threads see. */
    void flush(BufferedStore store) {
        store.write();
        publish(store);
        pending.remove(store);
        execution.continueWith(owner);
    }

    private void publish(BufferedStore store) {
        store.setFlushed();
        HappensBefore.publish(store.location(), store.gives());
        execution.flushed(store.location());
        execution.lateAccess(store.itself(), AccessKind.RELEASE);
        execution.listener().flushed(owner, store.location(), store);
    }

    @Override
    public void drain() {
        if (!isDirty()) {
            return;
        }
        if (owner.isAtomic()) {
            flush();
            return;
        }
        PendingOperation op = owner.operation()
                .is(OperationKind.DRAIN, "waits until its stores are seen")
                .when(empty);
        for (Flusher flusher : flushers) {
            BufferedStore last = flusher.last();
            if (last != null) {
                op.on(last.itself(), AccessKind.READ);
            }
        }
        execution.step(owner);
        renew();
    }

    private void renew() {
        made = 0;
        latest.clear();
        fenced = List.of();
        flushers.forEach(Flusher::forgetLast);
    }

    @Override
    public void mayFlush(PendingOperation operation) {
        for (Flusher flusher : flushers) {
            if (flusher.last() != null) {
                operation.on(flusher.itself(), AccessKind.READ);
            }
        }
    }

    @Override
    public void flush() {
        if (!isDirty()) {
            return;
        }
        for (BufferedStore store : List.copyOf(pending)) {
            execution.lateAccess(store.location(), AccessKind.WRITE);
            publish(store);
        }
        pending.clear();
        for (Flusher flusher : flushers) {
            flusher.clear();
            execution.lateAccess(flusher.itself(), AccessKind.WRITE);
        }
        renew();
    }
}
