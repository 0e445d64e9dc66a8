package bouncer.engine.run;

import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.memory.VectorClock;
import org.jspecify.annotations.Nullable;

/** A model thread. */
public final class Task {
    /** In the order of starts; the main task is 0. */
    public final int id;
    /** As the id, but of threads only. */
    final int number;
    /** What instrumented code sees as {@code Thread.currentThread()}. */
    public final Thread thread;

    public final String name;
    public final Operation op = new Operation();
    final Runnable body;
    /** Happens-before of the memory model. */
    final VectorClock clock = new VectorClock();

    final Fences fences = new Fences();
    /** Its access under way is one of the program's in opaque mode. */
    boolean opaque;

    /** What it stored and the others do not see yet; null before its first such store. */
    @Nullable
    StoreBuffer stores;
    /** The stores that this task makes visible; null for a thread. */
    @Nullable
    FlushQueue lane;
    /** The store through a VarHandle that is under way. */
    @Nullable
    BufferedStore storing;

    final SpinLoopDetector spin = new SpinLoopDetector();
    final MemoryLocation interrupt;
    final MemoryLocation permit;
    final MemoryLocation life;
    boolean interrupted;
    boolean parkable;
    boolean ended;
    /** Above 0 while nothing may be scheduled in between. */
    int atomic;
    /** Which way it was told to go on. */
    int chosen;
    /** It was held up until its deadline had passed. */
    boolean late;
    /** Virtual time, where it runs ahead of the common one because a timeout was chosen. */
    long time;

    int spuriousLeft;
    /** How many of its compare-and-sets have failed for no reason. */
    int weakFailures;
    /** The monitor in whose wait set it is, and how often it had entered it. */
    @Nullable
    Monitor waitsIn;

    int waitDepth;
    /** Its last operation was no step, because it only looked again. */
    boolean skipped;

    /** The access through a VarHandle that is under way. */
    @Nullable
    MemoryLocation variable;

    @Nullable
    VarMode mode;
    /** Takes back the compare-and-set under way, which is to fail for no reason. */
    @Nullable
    Runnable undo;

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
    String mustNotWait;
    /** Locks of models that it holds, and how often. */
    final java.util.Map<Object, Integer> held = new java.util.IdentityHashMap<>(4);

    boolean spawned;
    /** Hashes that it has given out. */
    int hashes;
    /** How often it has read a clock. */
    int readings;

    int aborts;

    @Nullable
    Throwable thrown;
    /** What the carrier keeps. */
    public @Nullable Object seat;

    Task(int id, Thread thread, String name, Runnable body, Execution x) {
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
