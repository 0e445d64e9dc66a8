package bouncer.engine.juc.locks;

import bouncer.engine.juc.Act;
import bouncer.engine.ops.Ops;
import bouncer.engine.ops.Wait;
import bouncer.engine.ops.WaitOutcome;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The state of a read-write lock. Unfair: as in the JDK a reader that holds nothing yet stands back while a writer is queued
 * for the lock, so a writer that finds readers inside joins the queue in a step of its own. Fair: everybody who is not served at
 * once queues. A release of the write lock happens-before later reads and writes, a release of the read lock before later writes.
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

    /** Who waits, if everybody who does is in a queue; else null. */
    @Nullable
    Collection<Thread> queue() {
        return fair ? queue : null;
    }

    boolean fair() {
        return fair;
    }

    /** Takes the lock for writing or reading; answers READY, or why not. */
    WaitOutcome lock(String op, boolean write, long nanos, boolean interruptible) {
        Thread me = Ops.currentThread();
        long deadline = Act.deadline(nanos);
        boolean[] taken = new boolean[1];
        WaitOutcome wake = Act.block(wait(op, () -> mayArrive(me, write), nanos, interruptible), cause -> {
            if (cause == WaitOutcome.READY) {
                taken[0] = takeOrQueue(me, write);
            }
        });
        if (wake != WaitOutcome.READY || taken[0]) {
            return wake;
        }
        return Act.block(
                wait(op, () -> queue.peek() == me && grants(me, write), Act.remaining(deadline), interruptible),
                cause -> {
                    queue.remove(me);
                    if (cause == WaitOutcome.READY) {
                        take(me, write);
                    }
                });
    }

    private Wait wait(String op, BooleanSupplier enabled, long nanos, boolean interruptible) {
        return Act.wait(at, op, enabled, nanos, interruptible).words("the lock").heldBy(this::holder);
    }

    private @Nullable Thread holder() {
        return writer != null || readers.isEmpty()
                ? writer
                : readers.keySet().iterator().next();
    }

    /** Takes the lock if it can be had now, past any queue. */
    boolean tryLock(boolean write) {
        Thread me = Ops.currentThread();
        return Act.write(at, "tryLock", () -> {
            if (grants(me, write)) {
                take(me, write);
                return true;
            }
            Act.unchanged();
            Act.words(() -> "fails, " + this);
            return false;
        });
    }

    private boolean grants(Thread me, boolean write) {
        return writer == me || (writer == null && (!write || readers.isEmpty()));
    }

    /** Whether a newcomer need not queue. */
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
        Act.words(() -> "queues, " + this);
        return false;
    }

    private void take(Thread me, boolean write) {
        if (write) {
            if (writer == null) {
                Ops.locked(at);
            }
            writer = me;
            writeHolds++;
            Act.acquire(read);
        } else {
            if (readers.merge(me, 1, Integer::sum) == 1) {
                Ops.locked(read);
            }
        }
        Act.acquire(at);
        Act.words(this::toString);
    }

    void unlockRead() {
        Thread me = Ops.currentThread();
        if (!readers.containsKey(me)) {
            throw new IllegalMonitorStateException("attempt to unlock read lock, not locked by current thread");
        }
        Act.change(at, "unlock", () -> {
            if (readers.computeIfPresent(me, (thread, holds) -> holds == 1 ? null : holds - 1) == null) {
                Ops.unlocked(read);
            }
            Act.release(read);
            Act.words(this::toString);
        });
    }

    void unlockWrite() {
        if (!heldByMe()) {
            throw new IllegalMonitorStateException();
        }
        Act.change(at, "unlock", () -> {
            if (--writeHolds == 0) {
                writer = null;
                Ops.unlocked(at);
                Act.release(at);
            }
            Act.words(this::toString);
        });
    }

    @Override
    public Object at() {
        return at;
    }

    @Override
    public boolean heldByMe() {
        return writer == Ops.currentThread();
    }

    @Override
    public boolean free() {
        return writer == null && readers.isEmpty();
    }

    @Override
    public int giveUp() {
        int given = writeHolds;
        writeHolds = 0;
        writer = null;
        Ops.unlocked(at);
        Act.release(at);
        return given;
    }

    @Override
    public void retake(int holds) {
        take(Ops.currentThread(), true);
        writeHolds = holds;
    }

    int myHolds(boolean write) {
        return write ? (heldByMe() ? writeHolds : 0) : readers.getOrDefault(Ops.currentThread(), 0);
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
