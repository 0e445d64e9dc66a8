package bouncer.engine.run;

import bouncer.engine.buffer.BufferedStore;
import bouncer.engine.buffer.FlushQueue;
import bouncer.engine.buffer.StoreBuffer;
import bouncer.engine.hooks.VarMode;
import bouncer.engine.memory.Fences;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.memory.VectorClock;
import bouncer.engine.model.Monitor;
import org.jspecify.annotations.Nullable;

/** A model thread. */
public final class Task {
    /** In the order of starts; the main task is 0. */
    public final int id;
    /** As the id, but of threads only. */
    public final int number;
    /** What instrumented code sees as {@code Thread.currentThread()}. */
    public final Thread thread;

    public final String name;
    public final Operation op = new Operation();
    public final Runnable body;
    /** Happens-before of the memory model. */
    public final VectorClock clock = new VectorClock();

    public final Fences fences = new Fences();
    /** Its access under way is one of the program's in opaque mode. */
    public boolean opaque;

    /** What it stored and the others do not see yet; null before its first such store. */
    @Nullable
    public StoreBuffer stores;
    /** The stores that this task makes visible; null for a thread. */
    @Nullable
    public FlushQueue lane;
    /** The store through a VarHandle that is under way. */
    @Nullable
    public BufferedStore storing;

    public final SpinLoopDetector spin = new SpinLoopDetector();
    public final MemoryLocation interrupt;
    public final MemoryLocation permit;
    public final MemoryLocation life;
    public boolean interrupted;
    public boolean parkable;
    public boolean ended;
    /** Above 0 while nothing may be scheduled in between. */
    public int atomic;
    /** Which way it was told to go on. */
    public int chosen;
    /** It was held up until its deadline had passed. */
    public boolean late;
    /** Virtual time, where it runs ahead of the common one because a timeout was chosen. */
    public long time;

    public int spuriousLeft;
    /** How many of its compare-and-sets have failed for no reason. */
    int weakFailures;
    /** The monitor in whose wait set it is, and how often it had entered it. */
    @Nullable
    public Monitor waitsIn;

    int waitDepth;
    /** Its last operation was no step, because it only looked again. */
    boolean skipped;

    /** The access through a VarHandle that is under way. */
    @Nullable
    public MemoryLocation variable;

    @Nullable
    public VarMode mode;
    /** Takes back the compare-and-set under way, which is to fail for no reason. */
    @Nullable
    public Runnable undo;

    /** The action of its operation under way said that it changed nothing. */
    boolean unchanged;

    /** Plain reads are of an optimistic section. */
    boolean optimistic;
    /** What was read there though a write is not ordered before it: a data race, unless a validation follows. */
    @Nullable
    MemoryLocation unvalidated;

    int unvalidatedRival;
    /** Set while it may not block, to the reason why. */
    @Nullable
    public String mustNotWait;
    /** Locks of models that it holds, and how often. */
    public final java.util.Map<Object, Integer> held = new java.util.IdentityHashMap<>(4);

    public boolean spawned;
    /** Hashes that it has given out. */
    public int hashes;
    /** How often it has read a clock. */
    public int readings;

    int aborts;

    @Nullable
    public Throwable thrown;
    /** What the carrier keeps. */
    public @Nullable Object seat;

    public Task(int id, Thread thread, String name, Runnable body, Execution x) {
        this.id = id;
        number = id - x.buffers.lanes();
        this.thread = thread;
        this.name = name;
        this.body = body;
        interrupt = x.memory.at(thread, bouncer.engine.memory.LocationSlots.INTERRUPT);
        permit = x.memory.at(thread, bouncer.engine.memory.LocationSlots.PERMIT);
        life = x.memory.at(thread, bouncer.engine.memory.LocationSlots.LIFE);
        clock.set(id, 1);
    }

    /** It holds a lock of a model more often, or less. */
    void holds(Object target, int more) {
        int now = held.merge(target, more, Integer::sum);
        if (now <= 0) {
            held.remove(target);
        }
    }

    /** Whether it has come to its end. */
    public boolean ended() {
        return ended;
    }
}
