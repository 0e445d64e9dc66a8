package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.OrderOps;
import bouncer.engine.ops.ThreadOps;
import bouncer.engine.ops.TimeOps;
import bouncer.engine.ops.TraceOps;
import bouncer.engine.ops.WaitOutcome;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

/**
 * Model of {@link java.util.concurrent.Semaphore}. Unfair and for one permit, an acquire is one step that any waiter
 * may win. A thread that wants several permits and does not find them joins a queue in a step of its own, and newcomers
 * who find too few queue behind, as in the JDK; a fair semaphore always queues.
 */
public class Semaphore implements Serializable {
    private final transient ArrayDeque<Thread> queue = new ArrayDeque<>();
    private final boolean fair;
    private int permits;

    public Semaphore(int permits) {
        this(permits, false);
    }

    public Semaphore(int permits, boolean fair) {
        this.permits = permits;
        this.fair = fair;
    }

    private WaitOutcome acquire(String op, int n, long nanos, boolean interruptible) {
        if (n < 0) {
            throw new IllegalArgumentException();
        }
        Thread me = ThreadOps.currentThread();
        long deadline = TimeOps.deadline(nanos);
        boolean[] taken = new boolean[1];
        WaitOutcome wake = Ops.block(this, op, () -> mayArrive(n), nanos, interruptible, cause -> {
            if (cause == WaitOutcome.READY) {
                taken[0] = takeOrQueue(me, n);
            }
        });
        if (wake != WaitOutcome.READY || taken[0]) {
            return wake;
        }
        return Ops.blockUntil(this, op, () -> queue.peek() == me && permits >= n, deadline, interruptible, cause -> {
            queue.remove(me);
            if (cause == WaitOutcome.READY) {
                take(n);
            }
        });
    }

    private boolean mayArrive(int n) {
        return fair || n > 1 || permits >= n || !queue.isEmpty();
    }

    private boolean takeOrQueue(Thread me, int n) {
        if (permits >= n && (!fair || queue.isEmpty())) {
            take(n);
            return true;
        }
        queue.add(me);
        TraceOps.say(() -> "queues, permits " + permits);
        return false;
    }

    private void take(int n) {
        change(-n);
        OrderOps.acquire(this);
    }

    private void change(int n) {
        int before = permits;
        permits += n;
        TraceOps.say(() -> "permits " + before + " → " + (before + n));
    }

    public void acquire() throws InterruptedException {
        Ops.thrown(acquire("acquire", 1, TimeOps.FOREVER, true));
    }

    public void acquire(int n) throws InterruptedException {
        Ops.thrown(acquire("acquire", n, TimeOps.FOREVER, true));
    }

    public void acquireUninterruptibly() {
        acquire("acquireUninterruptibly", 1, TimeOps.FOREVER, false);
    }

    public void acquireUninterruptibly(int n) {
        acquire("acquireUninterruptibly", n, TimeOps.FOREVER, false);
    }

    public boolean tryAcquire() {
        return tryAcquire(1);
    }

    public boolean tryAcquire(int n) {
        if (n < 0) {
            throw new IllegalArgumentException();
        }
        return Ops.write(this, "tryAcquire", () -> {
            if (permits >= n) {
                take(n);
                return true;
            }
            Ops.unchanged();
            TraceOps.say(() -> "fails, permits " + permits);
            return false;
        });
    }

    public boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
        return tryAcquire(1, timeout, unit);
    }

    public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
        if (n < 0) {
            throw new IllegalArgumentException();
        }
        WaitOutcome wake = acquire("tryAcquire", n, TimeOps.nanos(timeout, unit), true);
        Ops.thrown(wake);
        return wake == WaitOutcome.READY;
    }

    public void release() {
        release(1);
    }

    public void release(int n) {
        if (n < 0) {
            throw new IllegalArgumentException();
        }
        Ops.change(this, "release", () -> {
            if (permits + n < permits) {
                throw new Error("Maximum permit count exceeded");
            }
            change(n);
            OrderOps.release(this);
        });
    }

    public int availablePermits() {
        return Ops.read(this, "availablePermits", () -> permits);
    }

    public int drainPermits() {
        return Ops.write(this, "drainPermits", () -> {
            int all = permits;
            take(all);
            return all;
        });
    }

    protected void reducePermits(int reduction) {
        if (reduction < 0) {
            throw new IllegalArgumentException();
        }
        Ops.change(this, "reducePermits", () -> {
            if (permits - reduction > permits) {
                throw new Error("Permit count underflow");
            }
            change(-reduction);
        });
    }

    public boolean isFair() {
        return fair;
    }

    public final boolean hasQueuedThreads() {
        return !getQueuedThreads().isEmpty();
    }

    public final int getQueueLength() {
        return getQueuedThreads().size();
    }

    protected Collection<Thread> getQueuedThreads() {
        return Ops.queued(this, "getQueuedThreads", fair ? queue : null);
    }

    @Override
    public String toString() {
        return RealNames.realName(this) + "[Permits = " + availablePermits() + "]";
    }
}
