package bouncer.engine.ops;

import bouncer.engine.run.Kernel;

/**
 * Happens-before and data races, for models of library classes: none of these calls is a step of the schedule. Outside an
 * exploration they do nothing.
 */
public final class OrderOps {
    private OrderOps() {}

    /** Everything {@link #release}d through the key so far happens-before what this thread does next. */
    public static void acquire(Object key) {
        Kernel kernel = Kernel.find();
        if (kernel != null) {
            kernel.acquire(key);
        }
    }

    /** What this thread has done so far happens-before what follows a later {@link #acquire} of the key. */
    public static void release(Object key) {
        Kernel kernel = Kernel.find();
        if (kernel != null) {
            kernel.release(key);
        }
    }

    /** A plain read of the whole object, such as a call of {@code HashMap.get}: it may race with writes. */
    public static void plainRead(Object target, String call) {
        Kernel kernel = Kernel.find();
        if (kernel != null) {
            kernel.plain(target, call, false);
        }
    }

    /** A plain write of the whole object, such as a call of {@code HashMap.put}: it may race with any access. */
    public static void plainWrite(Object target, String call) {
        Kernel kernel = Kernel.find();
        if (kernel != null) {
            kernel.plain(target, call, true);
        }
    }

    /**
     * Begins or ends an optimistic section: inside it, plain reads of the calling thread are steps of the schedule and never
     * data races, because what they read is thrown away unless a later validation succeeds.
     */
    public static void optimistic(boolean on) {
        Kernel kernel = Kernel.find();
        if (kernel != null) {
            kernel.optimistic(on);
        }
    }
}
