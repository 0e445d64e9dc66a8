package bouncer.engine.ops;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.HappensBefore;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.model.ModelTask;
import bouncer.engine.run.Enabledness;
import bouncer.engine.run.Execution;
import bouncer.engine.run.PendingOperation;
import bouncer.engine.schedule.Branch;
import bouncer.engine.schedule.OperationKind;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Waits of library models under control. Stateless. */
final class Waits {
    private Waits() {}

    /** The condition of a wait. */
    private record Condition(Wait of) implements Enabledness {
        @Override
        public boolean holds() {
            return of.enabled.getAsBoolean();
        }

        @Override
        public @Nullable Thread holder() {
            return of.holder == null ? null : of.holder.get();
        }
    }

    /** Waits, then does the action if the wait ended READY, and otherwise what the wait says. */
    static WaitOutcome await(ModelTask task, Wait wait, Runnable action) {
        Execution execution = task.execution();
        MemoryLocation location = Target.location(execution, wait.target);
        execution.result().countPoint();
        task.stores().drain();
        announce(task, wait, location);
        execution.step(task);
        WaitOutcome outcome = outcome(task);
        if (outcome == WaitOutcome.READY) {
            task.fences().full();
            HappensBefore.observe(task.clock(), location);
            alone(task, action);
            HappensBefore.show(task.id(), task.clock(), location);
            execution.observers().contended(task, location);
            execution.changed(task, location);
            return outcome;
        }
        if (outcome == WaitOutcome.INTERRUPTED) {
            task.interrupts().take();
        }
        task.countSpurious();
        execution.progress(task);
        Consumer<WaitOutcome> leave = wait.otherwise;
        if (leave != null) {
            alone(task, () -> leave.accept(outcome));
        }
        return outcome;
    }

    private static void announce(ModelTask task, Wait wait, MemoryLocation location) {
        PendingOperation op = task.operation()
                .is(OperationKind.AWAIT, wait.call)
                .on(location, AccessKind.WRITE)
                .when(new Condition(wait))
                .waitsFor(wait.words == null ? "" : wait.words);
        if (wait.idle) {
            op.idly();
        }
        if (wait.readyFirst) {
            op.readyFirst();
        }
        if (wait.queued != null) {
            op.queuedIf(wait.queued);
        }
        if (wait.global) {
            op.makeGlobal();
        }
        if (wait.timed) {
            op.until(wait.deadline);
            if (wait.free) {
                op.freely();
            }
        }
        if (wait.interruptible) {
            op.on(task.interruptLocation(), AccessKind.READ).interruptibly();
        }
        if (wait.spurious) {
            op.makeSpurious();
        }
    }

    private static void alone(ModelTask task, Runnable action) {
        boolean unused = task.steps().alone(() -> {
            action.run();
            return true;
        });
    }

    private static WaitOutcome outcome(ModelTask task) {
        if (task.took(Branch.TIMEOUT)) {
            return WaitOutcome.TIMED_OUT;
        }
        if (task.took(Branch.INTERRUPT)) {
            return WaitOutcome.INTERRUPTED;
        }
        return task.took(Branch.SPURIOUS) ? WaitOutcome.SPURIOUS : WaitOutcome.READY;
    }
}
