package semaphore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A released permit goes straight to the thread that has waited longest. */
public final class CountingSemaphore {
    private final Deque<Node> queue = new ArrayDeque<>();
    private int permits;

    public CountingSemaphore(int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException("negative");
        }
        this.permits = permits;
    }

    public void acquire() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Node node = takeOrQueue();
        while (!node.granted) {
            LockSupport.park(this);
            if (Thread.interrupted()) {
                giveUp(node);
                throw new InterruptedException();
            }
        }
    }

    public synchronized boolean tryAcquire() {
        if (permits == 0) {
            return false;
        }
        permits--;
        return true;
    }

    public boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (timeout <= 0) {
            return tryAcquire();
        }
        long start = System.nanoTime();
        long limit = unit.toNanos(timeout);
        Node node = takeOrQueue();
        while (!node.granted) {
            long left = limit - (System.nanoTime() - start);
            if (left <= 0) {
                return false;
            }
            LockSupport.parkNanos(this, left);
            if (Thread.interrupted()) {
                giveUp(node);
                throw new InterruptedException();
            }
        }
        return true;
    }

    private synchronized Node takeOrQueue() {
        Node node = new Node();
        if (permits > 0) {
            permits--;
            node.granted = true;
        } else {
            queue.addLast(node);
        }
        return node;
    }

    /** Takes the node from the queue; false if it holds a permit already. */
    private synchronized boolean withdraw(Node node) {
        return queue.remove(node);
    }

    private void giveUp(Node node) {
        if (!withdraw(node)) {
            release();
        }
    }

    public synchronized void release() {
        Node next = queue.pollFirst();
        if (next == null) {
            permits++;
        } else {
            next.granted = true;
            LockSupport.unpark(next.thread);
        }
    }

    public synchronized int availablePermits() {
        return permits;
    }

    private static final class Node {
        final Thread thread = Thread.currentThread();
        volatile boolean granted;
    }
}
