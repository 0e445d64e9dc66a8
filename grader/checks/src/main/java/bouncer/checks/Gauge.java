package bouncer.checks;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Counts how many threads are inside a region, and the largest number so far. Thread-safe, but creates no
 * happens-before edges: its updates are plain-mode compare-and-sets, so that a gauge does not hide missing
 * synchronisation in a lock.
 */
public final class Gauge {
    private static final VarHandle INSIDE;
    private static final VarHandle MOST;

    static {
        try {
            INSIDE = MethodHandles.lookup().findVarHandle(Gauge.class, "inside", int.class);
            MOST = MethodHandles.lookup().findVarHandle(Gauge.class, "most", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("UnusedVariable") // read and written by the handle
    private int inside;

    @SuppressWarnings("UnusedVariable") // as above
    private int most;

    /** Enters the region and returns how many threads are inside now, the caller included. */
    public int enter() {
        return ExecutionEnvironment.current().relaxed(this, true, () -> {
            int now = add(1);
            int seen = (int) MOST.getOpaque(this);
            while (seen < now && !MOST.weakCompareAndSetPlain(this, seen, now)) {
                seen = (int) MOST.getOpaque(this);
            }
            return now;
        });
    }

    /** Leaves the region. */
    public void leave() {
        ExecutionEnvironment.current().relaxed(this, true, () -> add(-1));
    }

    /** Runs the action inside the region, and leaves it even if the action throws. */
    public void inside(Action action) {
        enter();
        try {
            action.run();
        } catch (Exception e) {
            throw SneakyThrow.sneaky(e);
        } finally {
            leave();
        }
    }

    /** Returns how many threads are inside; exact only while no thread enters or leaves. */
    public int now() {
        return (int) INSIDE.getOpaque(this);
    }

    /** Returns the largest number of threads inside at the same time; call it after the threads were joined. */
    public int most() {
        return (int) MOST.getOpaque(this);
    }

    private int add(int change) {
        int before = (int) INSIDE.getOpaque(this);
        while (!INSIDE.weakCompareAndSetPlain(this, before, before + change)) {
            before = (int) INSIDE.getOpaque(this);
        }
        return before + change;
    }
}
