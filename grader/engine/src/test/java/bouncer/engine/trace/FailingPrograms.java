package bouncer.engine.trace;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/** Programs that fail, to read their traces. Each method is one program; it is run by the engine only. */
public class FailingPrograms {
    private volatile int count;
    private final Object first = new Object();
    private final Object second = new Object();
    private final ConcurrentLinkedQueue<String> queue = new ConcurrentLinkedQueue<>();
    private final Semaphore permits = new Semaphore(0);

    private static void both(Runnable one, Runnable other) throws InterruptedException {
        Thread t1 = new Thread(one, "T1");
        Thread t2 = new Thread(other, "T2");
        t1.start();
        t2.start();
        t1.join();
        t2.join();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // that is the fault
    void lostUpdate() throws InterruptedException {
        both(() -> count++, () -> count++);
        if (count != 2) {
            throw new AssertionError("lost");
        }
    }

    private void nested(Object outer, Object inner) {
        synchronized (outer) {
            synchronized (inner) {
                count = 1;
            }
        }
    }

    void deadlock() throws InterruptedException {
        both(() -> nested(first, second), () -> nested(second, first));
    }

    @SuppressWarnings("WaitNotInLoop") // that is the fault
    void lostWakeUp() throws InterruptedException {
        both(
                () -> {
                    synchronized (first) {
                        try {
                            first.wait();
                        } catch (InterruptedException e) {
                            throw new AssertionError(e);
                        }
                    }
                },
                () -> {
                    synchronized (first) {
                        first.notifyAll();
                    }
                });
    }

    void queue() {
        if (queue.poll() == null) {
            throw new AssertionError("empty");
        }
    }

    void permits() throws InterruptedException {
        permits.acquire();
    }

    void parked() {
        LockSupport.park();
    }
}
