package bouncer.engine.model;

import bouncer.engine.memory.LocationSlots;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.run.Abort;
import bouncer.engine.run.End;
import bouncer.engine.run.Execution;
import bouncer.engine.run.Task;
import bouncer.engine.spi.ArrayReadListener;
import org.jspecify.annotations.Nullable;

/**
 * A model thread with its monitors, lifecycle, interrupts and clocks. Not thread-safe, except for the static methods.
 */
public final class ModelTask extends Task implements ArrayReadListener.Reader {
    private final MemoryLocation permitLocation;
    private final MemoryLocation lifeLocation;
    private final Monitors monitors = new Monitors(this);
    private final Lifecycle lifecycle;
    private final Interrupts interrupts = new Interrupts(this);
    private final Parking parking = new Parking(this);
    private final VirtualClock virtualClock = new VirtualClock(this);
    private final ClassInitialisation initialisation = new ClassInitialisation(this);
    private boolean permit;

    /**
     * Creates a thread, which is then added to an execution.
     *
     * @param lifecycle what it runs
     */
    ModelTask(Execution execution, Thread thread, String name, Lifecycle lifecycle) {
        super(execution, thread, name, lifecycle);
        this.lifecycle = lifecycle;
        permitLocation = execution.memory().at(thread, LocationSlots.PERMIT);
        lifeLocation = execution.memory().at(thread, LocationSlots.LIFE);
    }

    /**
     * Returns the calling model thread, or null outside an exploration and for a thread that the engine does not know.
     */
    public static @Nullable ModelTask find() {
        Execution execution = Execution.active();
        return execution == null ? null : (ModelTask) execution.caller();
    }

    /**
     * As {@link #find}, for what must not be done by a thread that the engine does not know: that ends the exploration.
     */
    public static @Nullable ModelTask controlled() {
        Execution execution = Execution.active();
        if (execution == null) {
            return null;
        }
        ModelTask task = (ModelTask) execution.caller();
        if (task == null && !execution.aborting()) {
            execution.foreign("code under test ran on the thread "
                    + Thread.currentThread().getName() + ", which the engine did not start");
        }
        return task;
    }

    /** As {@link #controlled}, and counts a call of instrumented code into the engine. */
    public static @Nullable ModelTask counted() {
        ModelTask task = controlled();
        if (task != null) {
            task.execution().result().countPoint();
        }
        return task;
    }

    /**
     * Returns the calling model thread.
     *
     * @throws IllegalStateException outside an exploration
     */
    public static ModelTask here() {
        ModelTask task = find();
        if (task == null) {
            throw new IllegalStateException("Only a thread of an exploration can do this");
        }
        if (task.execution().aborting()) {
            throw Abort.IT;
        }
        return task;
    }

    /** Returns the model thread of this execution that stands for a Thread object, or null. */
    @Nullable
    ModelTask other(Thread thread) {
        return (ModelTask) execution().actors().find(thread);
    }

    /** Returns the monitor operations of the thread. */
    public Monitors monitors() {
        return monitors;
    }

    /** Returns the lifecycle of the thread, by which it starts and joins others. */
    public Lifecycle lifecycle() {
        return lifecycle;
    }

    /** Interrupts, its own and those of others. */
    public Interrupts interrupts() {
        return interrupts;
    }

    /** Returns the park and sleep operations of the thread. */
    public Parking parking() {
        return parking;
    }

    /** Returns the clocks of the thread. */
    public VirtualClock virtualClock() {
        return virtualClock;
    }

    /**
     * Called before the thread uses a class, which initialises it.
     *
     * @param shares whether the thread gets an object that the class holds
     */
    public void uses(Class<?> type, boolean shares) {
        initialisation.use(type, shares);
    }

    MemoryLocation permitLocation() {
        return permitLocation;
    }

    MemoryLocation lifeLocation() {
        return lifeLocation;
    }

    boolean hasPermit() {
        return permit;
    }

    void setPermit(boolean available) {
        permit = available;
    }

    @Override
    public int epoch() {
        return clock().get(id());
    }

    @Override
    public int[] epochs() {
        return clock().observed();
    }

    @Override
    public boolean isForkJoinWorker() {
        return thread() instanceof ModelThread thread && thread.isForkJoinWorker();
    }

    @Override
    public void refute(String label) {
        execution().result().goals().refute(label);
    }

    @Override
    public RuntimeException endSearch() {
        execution().result().goals().enough();
        throw execution().stop(End.ENOUGH, this);
    }
}
