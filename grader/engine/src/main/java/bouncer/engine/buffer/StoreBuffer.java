package bouncer.engine.buffer;

import bouncer.engine.memory.HappensBefore;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.run.Execution;
import bouncer.engine.run.Operation;
import bouncer.engine.run.Task;
import bouncer.engine.schedule.OperationKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one thread has stored in a mode weaker than volatile and the others do not see yet. Release stores become visible in the
 * order of the program and after all stores before them; opaque ones of different variables in any order.
 */
public final class StoreBuffer {
    /** More than so many wait for room, and orders are left out. */
    private static final int ROOM = 8;

    private final Execution x;
    private final Task owner;
    private final Map<MemoryLocation, FlushQueue> free = new HashMap<>();
    private final List<FlushQueue> lanes = new ArrayList<>();
    private final List<BufferedStore> pending = new ArrayList<>();
    /** The last store to each variable since all was seen. */
    private final Map<MemoryLocation, BufferedStore> latest = new HashMap<>();
    /** Stores since all was seen: whether a thread waits may only depend on what it did itself. */
    private int made;
    /** A fence was met: what follows comes after all that was. */
    private List<BufferedStore> fenced = List.of();

    /**
     * An empty one.
     *
     * @param many how many lanes: the first is for release stores, each other for opaque ones of one variable
     */
    StoreBuffer(Execution x, Task owner, int many) {
        this.x = x;
        this.owner = owner;
        while (lanes.size() < many) {
            FlushQueue lane = new FlushQueue(x, owner);
            lanes.add(lane);
            x.buffers.add(lane);
        }
    }

    /** Whether nothing is in it now. */
    boolean isEmpty() {
        return pending.isEmpty();
    }

    /** Whether there was any store since all was last waited for. */
    boolean isDirty() {
        return made > 0;
    }

    boolean isFull() {
        return made >= ROOM;
    }

    /** Whether there was such a store to a variable. */
    public boolean stored(MemoryLocation loc) {
        return latest.containsKey(loc);
    }

    /** Whether the thread sees a value of its own there that the others do not see. */
    public boolean has(MemoryLocation loc) {
        return latest(loc) != null;
    }

    /** The thread's last store there that the others do not see, or null. */
    @Nullable
    public BufferedStore latest(MemoryLocation loc) {
        BufferedStore store = latest.get(loc);
        return store == null || store.seen ? null : store;
    }

    /** A store was made. */
    void add(BufferedStore store) {
        FlushQueue lane = store.release ? lanes.get(0) : laneOf(store.loc);
        if (store.release) {
            for (FlushQueue other : lanes) {
                after(store, other == lane ? null : other.last);
            }
        } else {
            after(store, latest.get(store.loc));
            fenced.forEach(earlier -> after(store, earlier));
        }
        made++;
        pending.add(store);
        latest.put(store.loc, store);
        x.touched(store.itself, Operation.RELEASE);
        lane.add(store);
        if (pending.size() == 1 && x.going.waysNow(lane.task) != 0) {
            x.route.turn(lane.task);
        }
    }

    private static void after(BufferedStore store, @Nullable BufferedStore earlier) {
        if (earlier != null) {
            store.after.add(earlier);
        }
    }

    /** Opaque stores of more variables than there are lanes keep the order of the program. */
    private FlushQueue laneOf(MemoryLocation loc) {
        FlushQueue known = free.get(loc);
        if (known == null) {
            int next = free.size() + 1;
            x.marks.weak |= next >= lanes.size();
            known = lanes.get(next < lanes.size() ? next : 0);
            free.put(loc, known);
        }
        return known;
    }

    /** What follows is seen after what came before. */
    void fence() {
        fenced = lanes.stream()
                .map(lane -> lane.last)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /** Memory shows what the thread sees. */
    void show() {
        for (BufferedStore store : pending) {
            store.hidden = store.cell.get();
            store.cell.set(store.value);
        }
    }

    /** Memory shows what the others see. */
    void hide() {
        for (int i = pending.size() - 1; i >= 0; i--) {
            pending.get(i).cell.set(pending.get(i).hidden);
        }
    }

    /** A store becomes visible, while memory shows what all see. */
    void seen(BufferedStore store) {
        store.cell.set(store.value);
        publish(store);
        pending.remove(store);
    }

    private void publish(BufferedStore store) {
        store.seen = true;
        HappensBefore.publish(store.loc, store.gives);
        store.loc.version++;
        x.going.changed();
        x.touched(store.itself, Operation.RELEASE);
        if (x.recorder != null) {
            x.recorder.seen(owner, store);
        }
    }

    /** Waits until all is visible: what orders stores before all that follows. */
    public void drain() {
        if (owner.atomic > 0) {
            flush();
            return;
        }
        Operation op = owner.op
                .is(OperationKind.DRAIN, "waits until its stores are seen")
                .when(t -> isEmpty());
        for (FlushQueue lane : lanes) {
            if (lane.last != null) {
                op.on(lane.last.itself, Operation.READ);
            }
        }
        x.step(owner);
        renew();
    }

    private void renew() {
        made = 0;
        latest.clear();
        fenced = List.of();
        for (FlushQueue lane : lanes) {
            lane.last = null;
        }
    }

    /** The owner's next step may turn out to make all visible. */
    public void mayFlush(Operation op) {
        for (FlushQueue lane : lanes) {
            if (lane.last != null) {
                op.on(lane.itself, Operation.READ);
            }
        }
    }

    /** All becomes visible as a part of the owner's step under way. */
    void flush() {
        for (BufferedStore store : List.copyOf(pending)) {
            x.touched(store.loc, Operation.WRITE);
            publish(store);
        }
        pending.clear();
        for (FlushQueue lane : lanes) {
            lane.clear();
            x.touched(lane.itself, Operation.WRITE);
        }
        renew();
    }
}
