package bouncer.engine.model;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.HappensBefore;
import bouncer.engine.memory.LocationSlots;
import bouncer.engine.memory.Memory;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.run.Abort;
import bouncer.engine.run.ClassInitializers;
import bouncer.engine.run.Enabledness;
import bouncer.engine.run.Execution;
import bouncer.engine.run.InitialiserScope;
import bouncer.engine.run.Sneaky;
import bouncer.engine.run.Task;
import bouncer.engine.schedule.OperationKind;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * How one model thread initialises classes: the procedure of the Java Language Specification 12.4.2, with its lock. An
 * initialiser that touches only its own class and what it makes itself runs as a part of the step under way, because it
 * does not matter which thread runs it. Any other is open: its beginning is a step, and so is what it does.
 */
public final class ClassInitialisation implements InitialiserScope {
    private final ModelTask task;
    private final Deque<State> running = new ArrayDeque<>();

    ClassInitialisation(ModelTask task) {
        this.task = task;
    }

    /** The state of one class in one execution. */
    private static final class State implements Enabledness {
        final Class<?> type;
        final MemoryLocation lock;
        /** The threads that have seen that it is initialised. */
        final BitSet seen = new BitSet();

        boolean begun;
        boolean done;
        boolean failed;
        int firstLocation;

        @Nullable
        Task by;

        State(Class<?> type, MemoryLocation lock) {
            this.type = type;
            this.lock = lock;
        }

        @Override
        public boolean holds() {
            return by == null;
        }

        @Override
        public @Nullable Thread holder() {
            return by == null ? null : by.thread();
        }
    }

    private ClassInitializers classes() {
        return task.execution().initialisers();
    }

    private @Nullable State state(Class<?> type) {
        Memory memory = task.execution().memory();
        Memory.Parts parts = memory.of(type);
        if (parts.initialiser == null && classes().isInitialised(type)) {
            parts.initialiser = new State(type, memory.at(type, LocationSlots.INITIALISER));
        }
        return (State) parts.initialiser;
    }

    /**
     * Called before the thread uses a class: makes an instance, calls a static method or accesses a static field.
     *
     * @param shares whether the thread gets an object that the class holds
     */
    void use(Class<?> type, boolean shares) {
        State state = state(type);
        if (state == null || (state.done && state.seen.get(task.id()) && !shares)) {
            return;
        }
        Execution execution = task.execution();
        if (execution.aborting()) {
            throw execution.abort(task);
        }
        if (state.by == task) {
            if (running.peek() != state) {
                openDownTo(state); // threads that begin at different classes of a circle may block each other
            }
            return;
        }
        if (shares && state.done) {
            reachesOutside();
        }
        if (state.seen.get(task.id())) {
            return;
        }
        boolean open = classes().isOpen(type);
        if (open) {
            boolean first = !state.begun;
            task.stores().drain();
            task.operation()
                    .is(OperationKind.AWAIT, first ? "initialise" : "")
                    .on(state.lock, first ? AccessKind.WRITE : AccessKind.READ)
                    .when(state)
                    .waitsFor("the initialisation of " + type.getSimpleName());
            execution.step(task);
        } else if (state.by != null) {
            // Only an open one can be seen under way.
            throw execution.lose("a thread sees a static initialiser under way that was taken for atomic");
        }
        if (!state.begun) {
            begin(state, open);
        }
        HappensBefore.acquire(task.clock(), state.lock);
        if (state.failed) {
            throw new NoClassDefFoundError("Could not initialize class " + type.getName());
        }
        state.seen.set(task.id());
    }

    private void begin(State state, boolean open) {
        state.begun = true;
        state.by = task;
        state.firstLocation = task.execution().memory().locations();
        running.push(state);
        task.setScope(this);
        if (!open) {
            task.beginAtomic();
        }
        try {
            Class<?> above = state.type.getSuperclass();
            if (above != null) {
                use(above, false);
            }
            classes().initialise(state.type);
        } catch (Abort e) {
            throw e;
        } catch (Throwable e) {
            state.failed = true;
            if (!open && classes().hasSucceeded(state.type)) {
                throw task.execution()
                        .lose("A static initialiser fails when it is run again ("
                                + e.getClass().getName() + ")");
            }
            throw Sneaky.sneaky(e instanceof Error ? e : new ExceptionInInitializerError(e));
        } finally {
            if (!open) {
                task.endAtomic();
            }
            running.pop();
            task.setScope(running.isEmpty() ? null : this);
            finish(state, open);
        }
    }

    private void finish(State state, boolean open) {
        state.by = null;
        state.done = true;
        Execution execution = task.execution();
        if (!execution.aborting()) {
            HappensBefore.release(task.id(), task.clock(), state.lock);
            state.lock.time = Math.max(state.lock.time, task.time());
            if (open) {
                execution.lateAccess(state.lock, AccessKind.RELEASE);
            }
            execution.flushed(state.lock);
        }
    }

    private void openDownTo(State last) {
        for (State each : running) {
            classes().open(each.type);
            if (each == last) {
                return;
            }
        }
    }

    @Override
    public void reachesOutside() {
        running.forEach(each -> classes().open(each.type));
    }

    @Override
    public void touches(MemoryLocation location) {
        for (State each : running) {
            boolean own = location.owner == each.type
                    || (!(location.owner instanceof Class<?>) && location.number >= each.firstLocation);
            if (own) {
                return;
            }
        }
        reachesOutside();
    }
}
