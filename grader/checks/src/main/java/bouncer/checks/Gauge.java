package bouncer.checks;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Counts how many threads are inside something, and the most there ever were. Thread-safe, yet it orders no memory: its
 * updates are plain-mode compare-and-sets, so that a lock that forgets to publish is not helped by the gauge inside it.
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

    /** Goes in and returns how many are inside now, the caller included. */
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

    /** Goes out. */
    public void leave() {
        ExecutionEnvironment.current().relaxed(this, true, () -> add(-1));
    }

    /** Runs the action inside, and goes out again however it ends. */
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

    /** How many are inside; exact only when no thread is on its way in or out. */
    public int now() {
        return (int) INSIDE.getOpaque(this);
    }

    /** The most that were ever inside at once; ask after the threads were joined. */
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
