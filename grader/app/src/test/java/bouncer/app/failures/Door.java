package bouncer.app.failures;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/** Plays the submission: everything that can go wrong at a door, each in a method of its own. */
class Door {
    private int guests;
    private boolean open;
    private volatile boolean ready;
    private final Deque<String> queue = new ArrayDeque<>();
    private final ReentrantLock latch = new ReentrantLock();
    private final Semaphore stools = new Semaphore(1);

    /** Not synchronized. */
    void enter() {
        guests++;
    }

    /** Wants in unless the other does, and says so too weakly: the store may still be on its way when the other's is looked for. */
    boolean squeezesIn(AtomicBoolean mine, AtomicBoolean theirs) {
        mine.lazySet(true);
        return !theirs.get();
    }

    synchronized void enterSafely() {
        guests++;
    }

    /** Not synchronized. */
    int guests() {
        return guests;
    }

    synchronized void join(String guest) {
        queue.add(guest);
    }

    /** Looks and takes in two steps. */
    String next() {
        boolean somebody;
        synchronized (this) {
            somebody = !queue.isEmpty();
        }
        if (!somebody) {
            return "nobody";
        }
        synchronized (this) {
            return queue.remove();
        }
    }

    /** Locks this door, then the other. */
    synchronized void passTo(Door other) {
        guests--;
        other.enterSafely();
    }

    /** A notification that comes before the wait is lost. */
    void awaitOpen() throws InterruptedException {
        synchronized (this) {
            if (open) {
                return;
            }
        }
        synchronized (this) {
            wait();
        }
    }

    synchronized void open() {
        open = true;
        notifyAll();
    }

    void spinUntilReady() {
        while (!ready) {
            Thread.onSpinWait();
        }
    }

    /** One at a time, although the room would do for two. */
    synchronized void stay(Runnable inside) {
        inside.run();
    }

    /** Forgets to unlock when the guest has no ticket. */
    void check(String ticket) {
        latch.lock();
        if (ticket.isEmpty()) {
            throw new IllegalArgumentException("no ticket");
        }
        latch.unlock();
    }

    /** Forgets to release when no drink is there. */
    boolean drink(boolean any) throws InterruptedException {
        stools.acquire();
        if (!any) {
            return false;
        }
        stools.release();
        return true;
    }

    int freeStools() {
        return stools.availablePermits();
    }

    /** Reads in one step and resets in another. */
    int reset() {
        int all;
        synchronized (this) {
            all = guests;
        }
        synchronized (this) {
            guests = 0;
        }
        return all;
    }
}
