package bouncer.engine.library.locks;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.OrderOps;
import bouncer.engine.ops.ThreadOps;
import bouncer.engine.ops.TimeOps;
import bouncer.engine.ops.TraceOps;
import bouncer.engine.ops.Wait;
import bouncer.engine.ops.WaitOutcome;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The state of a read-write lock. Unfair: as in the JDK a reader that holds nothing yet stands back while a writer is
 * queued for the lock, so a writer that finds readers inside joins the queue in a step of its own. Fair: a thread that
 * is not served at once queues. A release of the write lock happens-before later reads and writes, a release of the
 * read lock before later writes.
 */
final class Shared implements LockCondition.Home {
    private final Object at;
    private final boolean fair;
    private final Object read = new Object();
    private final ArrayDeque<Thread> queue = new ArrayDeque<>();
    private final Map<Thread, Integer> readers = new LinkedHashMap<>();
    private @Nullable Thread writer;
    private int writeHolds;

    Shared(Object at, boolean fair) {
        this.at = at;
        this.fair = fair;
    }

    /** Returns the waiting threads, if all of them are in a queue; else null. */
    @Nullable
    Collection<Thread> queue() {
        return fair ? queue : null;
    }

    boolean fair() {
        return fair;
    }

    /** Takes the lock for writing or reading; returns READY, or why not. */
    WaitOutcome lock(String op, boolean write, long nanos, boolean interruptible) {
        Thread me = ThreadOps.currentThread();
        long deadline = TimeOps.deadline(nanos);
        boolean[] taken = new boolean[1];
        WaitOutcome wake = Ops.block(wait(op, () -> mayArrive(me, write), nanos, interruptible), cause -> {
            if (cause == WaitOutcome.READY) {
                taken[0] = takeOrQueue(me, write);
            }
        });
        if (wake != WaitOutcome.READY || taken[0]) {
            return wake;
        }
        return Ops.block(
                wait(op, () -> queue.peek() == me && grants(me, write), TimeOps.remaining(deadline), interruptible),
                cause -> {
                    queue.remove(me);
                    if (cause == WaitOutcome.READY) {
                        take(me, write);
                    }
                });
    }

    private Wait wait(String op, BooleanSupplier enabled, long nanos, boolean interruptible) {
        return Ops.wait(at, op, enabled, nanos, interruptible).words("the lock").heldBy(this::holder);
    }

    private @Nullable Thread holder() {
        return writer != null || readers.isEmpty()
                ? writer
                : readers.keySet().iterator().next();
    }

    /** Takes the lock if it can be had now, past any queue. */
    boolean tryLock(boolean write) {
        Thread me = ThreadOps.currentThread();
        return Ops.write(at, "tryLock", () -> {
            if (grants(me, write)) {
                take(me, write);
                return true;
            }
            Ops.unchanged();
            TraceOps.say(() -> "fails, " + this);
            return false;
        });
    }

    private boolean grants(Thread me, boolean write) {
        return writer == me || (writer == null && (!write || readers.isEmpty()));
    }

    /** Returns true if a newcomer need not queue. */
    private boolean passes(Thread me, boolean write) {
        boolean again = writer == me || (!write && readers.containsKey(me));
        return again || queue.isEmpty() || (!fair && write);
    }

    private boolean mayArrive(Thread me, boolean write) {
        return fair || (grants(me, write) && passes(me, write)) || (write && writer == null);
    }

    private boolean takeOrQueue(Thread me, boolean write) {
        if (grants(me, write) && passes(me, write)) {
            take(me, write);
            return true;
        }
        queue.add(me);
        TraceOps.say(() -> "queues, " + this);
        return false;
    }

    private void take(Thread me, boolean write) {
        if (write) {
            if (writer == null) {
                TraceOps.locked(at);
            }
            writer = me;
            writeHolds++;
            OrderOps.acquire(read);
        } else {
            if (readers.merge(me, 1, Integer::sum) == 1) {
                TraceOps.locked(read);
            }
        }
        OrderOps.acquire(at);
        TraceOps.say(this::toString);
    }

    void unlockRead() {
        Thread me = ThreadOps.currentThread();
        if (!readers.containsKey(me)) {
            throw new IllegalMonitorStateException("attempt to unlock read lock, not locked by current thread");
        }
        Ops.change(at, "unlock", () -> {
            if (readers.computeIfPresent(me, (thread, holds) -> holds == 1 ? null : holds - 1) == null) {
                TraceOps.unlocked(read);
            }
            OrderOps.release(read);
            TraceOps.say(this::toString);
        });
    }

    void unlockWrite() {
        if (!heldByMe()) {
            throw new IllegalMonitorStateException();
        }
        Ops.change(at, "unlock", () -> {
            if (--writeHolds == 0) {
                writer = null;
                TraceOps.unlocked(at);
                OrderOps.release(at);
            }
            TraceOps.say(this::toString);
        });
    }

    @Override
    public Object at() {
        return at;
    }

    @Override
    public boolean heldByMe() {
        return writer == ThreadOps.currentThread();
    }

    @Override
    public boolean free(Thread thread) {
        return writer == null && readers.isEmpty() && (!fair || queue.peek() == thread);
    }

    @Override
    public void queue(Thread thread) {
        if (fair) {
            queue.add(thread);
        }
    }

    @Override
    public int giveUp() {
        int given = writeHolds;
        writeHolds = 0;
        writer = null;
        TraceOps.unlocked(at);
        OrderOps.release(at);
        return given;
    }

    @Override
    public void retake(int holds) {
        Thread me = ThreadOps.currentThread();
        queue.remove(me);
        take(me, true);
        writeHolds = holds;
    }

    int myHolds(boolean write) {
        return write ? (heldByMe() ? writeHolds : 0) : readers.getOrDefault(ThreadOps.currentThread(), 0);
    }

    int readHolds() {
        return readers.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Nullable
    Thread writer() {
        return writer;
    }

    int writeHolds() {
        return writeHolds;
    }

    @Override
    public String toString() {
        return "[Write locks = " + writeHolds + ", Read locks = " + readHolds() + "]";
    }
}
