package bouncer.engine.model;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.LocationSlots;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.run.Execution;
import bouncer.engine.schedule.OperationKind;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Steps that the schedule orders but that give no happens-before, for measurements and histories.
 * Stateless.
 */
public final class RelaxedSteps {
    private RelaxedSteps() {}

    /** One step on the state of a key; reads commute. */
    public static <T extends @Nullable Object> T step(ModelTask task, Object key, boolean write, Supplier<T> action) {
        Execution execution = task.execution();
        MemoryLocation location = execution.memory().at(key, LocationSlots.RELAXED);
        task.stores().drain();
        task.operation().is(OperationKind.MARK, "").on(location, write ? AccessKind.WRITE : AccessKind.READ);
        if (!write) {
            task.steps().look(location);
            return task.steps().alone(action);
        }
        execution.step(task);
        T result = task.steps().alone(action);
        execution.changed(task, location);
        return result;
    }

    /**
     * A step on one side of a history: steps of one side commute. It does not count as progress, as a caller in a retry
     * loop takes such steps, too.
     */
    public static void mark(ModelTask task, Object key, boolean firstSide, Runnable action) {
        MemoryLocation location = task.execution().memory().at(key, LocationSlots.SIDE);
        task.stores().drain();
        task.operation().is(OperationKind.MARK, "").on(location, firstSide ? AccessKind.READ : AccessKind.ADD);
        task.execution().step(task);
        boolean unused = task.steps().alone(() -> {
            action.run();
            return true;
        });
    }

    /**
     * Lets the thread wait, for the rest of its life, for a condition over state that {@link #step} on the key changes,
     * and act.
     */
    public static void serve(ModelTask task, Object key, String waitsFor, BooleanSupplier ready, Runnable action) {
        MemoryLocation location = task.execution().memory().at(key, LocationSlots.RELAXED);
        task.lifecycle().serve(new Service() {
            @Override
            public void announce(ModelTask self) {
                announceAwait(self, location, waitsFor, ready);
            }

            @Override
            public void act(ModelTask self) {
                self.execution().changed(self, location);
                action.run();
            }
        });
    }

    /** Lets the thread wait, for the rest of its life, until all others rest, and act. */
    public static void serveWhenQuiet(ModelTask task, Runnable action) {
        task.lifecycle().serve(new Service() {
            @Override
            public void announce(ModelTask self) {
                announceQuiet(self);
            }

            @Override
            public void act(ModelTask self) {
                action.run();
            }
        });
    }

    /** Waits until all others rest. */
    public static void awaitQuiet(ModelTask task) {
        announceQuiet(task);
        task.execution().step(task);
    }

    private static void announceQuiet(ModelTask task) {
        task.operation().is(OperationKind.QUIET, "waits until all others rest");
    }

    private static void announceAwait(ModelTask task, MemoryLocation location, String waitsFor, BooleanSupplier ready) {
        task.stores().drain();
        task.operation()
                .is(OperationKind.AWAIT, "")
                .on(location, AccessKind.WRITE)
                .when(ready::getAsBoolean)
                .waitsFor(waitsFor);
    }

    /** Waits for a condition over state that {@link #step} on the key changes, then acts. */
    public static <T extends @Nullable Object> T await(
            ModelTask task, Object key, String waitsFor, BooleanSupplier enabled, Supplier<T> action) {
        Execution execution = task.execution();
        MemoryLocation location = execution.memory().at(key, LocationSlots.RELAXED);
        announceAwait(task, location, waitsFor, enabled);
        execution.step(task);
        T result = task.steps().alone(action);
        execution.changed(task, location);
        return result;
    }
}
