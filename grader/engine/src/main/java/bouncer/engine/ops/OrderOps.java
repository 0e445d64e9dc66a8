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
     * The calling thread has got an optimistic stamp of a lock: until it is validated, plain reads are steps of the
     * schedule and no data races, because what they read is thrown away unless a validation succeeds.
     *
     * @param stamped false if the stamp is 0, which is never valid
     */
    public static void beginOptimistic(Object lock, boolean stamped) {
        ModelTask task = ModelTask.find();
        if (task != null) {
            task.steps().beginOptimistic(lock, stamped);
        }
    }

    /** The calling thread has asked whether a stamp of a lock is valid, whatever the answer is. */
    public static void validated(Object lock) {
        ModelTask task = ModelTask.find();
        if (task != null) {
            task.steps().validated(lock);
        }
    }

    /** The calling thread gets a lock another way: what it has read under an optimistic stamp was never validated. */
    public static void abandonOptimistic(Object lock) {
        ModelTask task = ModelTask.find();
        if (task != null) {
            task.steps().abandonOptimistic(lock);
        }
    }
}
