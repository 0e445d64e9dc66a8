package mutex;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** A queue after Craig, Landin and Hagersten: each waits for the node before its own, asleep. */
public final class Mutex {
    private final AtomicReference<Node> tail = new AtomicReference<>(new Node(true));
    private volatile Thread owner;
    private Node held;

    public void lock() {
        Node mine = new Node(false);
        Node before = tail.getAndSet(mine);
        boolean interrupted = false;
        before.waiter = Thread.currentThread();
        while (!before.released) {
            Node further = before.skipped;
            if (further != null) {
                before = further;
                before.waiter = Thread.currentThread();
                continue;
            }
            LockSupport.park(this);
            if (Thread.interrupted()) {
                interrupted = true;
            }
        }
        hold(mine);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean tryLock() {
        Node last = tail.get();
        Node before = last;
        while (before.skipped != null) {
            before = before.skipped;
        }
        Node mine = new Node(false);
        if (!before.released || !tail.compareAndSet(last, mine)) {
            return false;
        }
        hold(mine);
        return true;
    }

    public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (timeout <= 0) {
            return tryLock();
        }
        long start = System.nanoTime();
        long limit = unit.toNanos(timeout);
        Node mine = new Node(false);
        Node before = tail.getAndSet(mine);
        before.waiter = Thread.currentThread();
        while (!before.released) {
            Node further = before.skipped;
            if (further != null) {
                before = further;
                before.waiter = Thread.currentThread();
                continue;
            }
            long left = limit - (System.nanoTime() - start);
            if (left <= 0) {
                leave(mine, before);
                return false;
            }
            LockSupport.parkNanos(this, left);
            if (Thread.interrupted()) {
                leave(mine, before);
                throw new InterruptedException();
            }
        }
        hold(mine);
        return true;
    }

    public void unlock() {
        if (owner != Thread.currentThread()) {
            throw new IllegalMonitorStateException();
        }
        Node mine = held;
        owner = null;
        held = null;
        mine.released = true;
        LockSupport.unpark(mine.waiter);
    }

    private void hold(Node mine) {
        held = mine;
        owner = Thread.currentThread();
    }

    /** Whoever waits for my node is to wait for the one that I waited for. */
    private static void leave(Node mine, Node before) {
        mine.skipped = before;
    }

    private static final class Node {
        volatile boolean released;
        volatile Node skipped;
        volatile Thread waiter;

        Node(boolean released) {
            this.released = released;
        }
    }
}
