package bouncer.engine.ops;

import bouncer.engine.memory.HappensBefore;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.model.ModelTask;
import bouncer.engine.schedule.OperationKind;

/**
 * Happens-before and data races, for models of library classes: none of these calls is a step of the schedule. Outside
 * an exploration they do nothing.
 */
public final class OrderOps {
    private OrderOps() {}

    /** Everything {@link #release}d through the key so far happens-before what this thread does next. */
    public static void acquire(Object key) {
        ModelTask task = ModelTask.find();
        if (task != null) {
            HappensBefore.acquire(task.clock(), Target.location(task.execution(), key));
        }
    }

    /** What this thread has done so far happens-before what follows a later {@link #acquire} of the key. */
    public static void release(Object key) {
        ModelTask task = ModelTask.find();
        if (task != null) {
            HappensBefore.release(task.id(), task.clock(), Target.location(task.execution(), key));
        }
    }

    /** A plain read of the whole object, such as a call of {@code HashMap.get}: it may race with writes. */
    public static void plainRead(Object target, String call) {
        ModelTask task = ModelTask.find();
        if (task != null) {
            plain(task, target, call, OperationKind.PLAIN_READ);
        }
    }

    /** A plain write of the whole object, such as a call of {@code HashMap.put}: it may race with any access. */
    public static void plainWrite(Object target, String call) {
        ModelTask task = ModelTask.find();
        if (task != null) {
            plain(task, target, call, OperationKind.PLAIN_WRITE);
        }
    }

    private static void plain(ModelTask task, Object target, String call, OperationKind kind) {
        MemoryLocation location = Target.location(task.execution(), target);
        task.execution().result().countPoint();
        if (kind == OperationKind.PLAIN_WRITE) {
            task.steps().plainWrite(location, call);
        } else {
            task.steps().plainRead(location, call);
        }
        task.execution().listener().called(task, location, call, kind);
    }

    /**
     * Begins or ends an optimistic section: inside it, plain reads of the calling thread are steps of the schedule and
     * never data races, because what they read is thrown away unless a later validation succeeds.
     */
    public static void optimistic(boolean on) {
        ModelTask task = ModelTask.find();
        if (task != null) {
            task.steps().optimistic(on);
        }
    }
}
