package mutex;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** First come, first served: everybody draws a number; a number whose thread gave up is passed over. */
public final class Mutex {
    private final Set<Long> abandoned = new HashSet<>();
    private long nextTicket;
    private long serving;
    private Thread owner;

    public synchronized void lock() {
        long ticket = nextTicket++;
        boolean interrupted = false;
        while (ticket != serving) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        owner = Thread.currentThread();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public synchronized boolean tryLock() {
        if (nextTicket != serving) {
            return false;
        }
        nextTicket++;
        owner = Thread.currentThread();
        return true;
    }

    public synchronized boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (tryLock()) {
            return true;
        }
        if (timeout <= 0) {
            return false;
        }
        long start = System.nanoTime();
        long limit = unit.toNanos(timeout);
        long ticket = nextTicket++;
        boolean taken = false;
        try {
            while (ticket != serving) {
                long left = limit - (System.nanoTime() - start);
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            owner = Thread.currentThread();
            taken = true;
            return true;
        } finally {
            if (!taken) {
                if (ticket == serving) {
                    serveNext();
                } else {
                    abandoned.add(ticket);
                }
            }
        }
    }

    public synchronized void unlock() {
        if (owner != Thread.currentThread()) {
            throw new IllegalMonitorStateException();
        }
        owner = null;
        serveNext();
    }

    private void serveNext() {
        do {
            serving++;
        } while (abandoned.remove(serving));
        notifyAll();
    }
}
