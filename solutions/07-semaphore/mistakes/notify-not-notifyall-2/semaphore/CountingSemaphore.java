package semaphore;

import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** First come, first served, with a monitor. */
public final class CountingSemaphore {
    private final TreeSet<Long> waiting = new TreeSet<>();
    private long nextTicket;
    private int permits;

    public CountingSemaphore(int permits) {
        if (permits < 0) throw new IllegalArgumentException("permits=" + permits);
        this.permits = permits;
    }

    public synchronized void acquire() throws InterruptedException {
        if (Thread.interrupted()) throw new InterruptedException();
        long ticket = nextTicket++;
        waiting.add(ticket);
        try {
            while (permits == 0 || waiting.first() != ticket) wait();
            permits--;
        } finally {
            waiting.remove(ticket);
            notify();
        }
    }

    public synchronized boolean tryAcquire() {
        if (permits <= 0) return false;
        --permits;
        return true;
    }

    public synchronized boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) throw new InterruptedException();
        if (timeout <= 0) return tryAcquire();
        long start = System.nanoTime();
        long limit = unit.toNanos(timeout);
        long ticket = nextTicket++;
        waiting.add(ticket);
        try {
            while (permits == 0 || waiting.first() != ticket) {
                long left = limit - (System.nanoTime() - start);
                if (left <= 0) return false;
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            permits--;
            return true;
        } finally {
            waiting.remove(ticket);
            notifyAll();
        }
    }

    public synchronized void release() {
        permits++;
        notify();
    }

    public synchronized int availablePermits() {
        return permits;
    }
}
