package bouncer.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The programs that every tool runs: one method each, on a new instance for each execution, independent of all tools.
 */
public class Workloads {
    /** The programs by name, as method references, because some tools cannot follow reflective calls. */
    static final Map<String, Consumer<Workloads>> PROGRAMS = Map.ofEntries(
            Map.entry("monitor", Workloads::monitor),
            Map.entry("atomic", Workloads::atomic),
            Map.entry("lock", Workloads::lock),
            Map.entry("semaphore", Workloads::semaphore),
            Map.entry("map", Workloads::map),
            Map.entry("buffer", Workloads::buffer),
            Map.entry("lostUpdate", Workloads::lostUpdate),
            Map.entry("checkThenAct", Workloads::checkThenAct),
            Map.entry("deadlock", Workloads::deadlock),
            Map.entry("reorder", Workloads::reorder),
            Map.entry("lostWakeUp", Workloads::lostWakeUp));

    private int value;
    private final Object other = new Object();

    private static void all(Runnable... bodies) {
        Thread[] threads = new Thread[bodies.length];
        for (int i = 0; i < bodies.length; i++) {
            threads[i] = new Thread(bodies[i]);
            threads[i].start();
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("broken");
        }
    }

    private static void times(int n, Runnable body) {
        for (int i = 0; i < n; i++) {
            body.run();
        }
    }

    private synchronized void increment() {
        value++;
    }

    // Correct programs.

    public void monitor() {
        all(() -> times(2, this::increment), () -> times(2, this::increment));
        check(value == 4);
    }

    public void atomic() {
        AtomicInteger count = new AtomicInteger();
        all(() -> times(3, count::incrementAndGet), () -> times(3, count::incrementAndGet));
        check(count.get() == 6);
    }

    public void lock() {
        ReentrantLock lock = new ReentrantLock();
        Runnable body = () -> {
            lock.lock();
            value++;
            lock.unlock();
        };
        all(body, body, body);
        check(value == 3);
    }

    public void semaphore() {
        Semaphore permit = new Semaphore(1);
        Runnable body = () -> {
            permit.acquireUninterruptibly();
            value++;
            permit.release();
        };
        all(body, body, body);
        check(value == 3);
    }

    public void map() {
        ConcurrentHashMap<String, Integer> map = new ConcurrentHashMap<>();
        Runnable body = () -> map.merge("k", 1, Integer::sum);
        all(body, body, body);
        check(map.get("k") == 3);
    }

    public void buffer() {
        buffer(true);
    }

    // Incorrect programs.

    public void lostUpdate() {
        all(() -> value++, () -> value++);
        check(value == 2);
    }

    public void checkThenAct() {
        value = 10;
        Runnable body = () -> {
            boolean enough;
            synchronized (this) {
                enough = value >= 10;
            }
            if (enough) {
                synchronized (this) {
                    value -= 10;
                }
            }
        };
        all(body, body);
        check(value >= 0);
    }

    public void deadlock() {
        all(
                () -> {
                    synchronized (this) {
                        synchronized (other) {
                            value++;
                        }
                    }
                },
                () -> {
                    synchronized (other) {
                        synchronized (this) {
                            value++;
                        }
                    }
                });
    }

    /** Three setters and a checker, which fails if it sees a setter half done (after SCTBench's "reorder"). */
    public void reorder() {
        AtomicInteger a = new AtomicInteger();
        AtomicInteger b = new AtomicInteger();
        Runnable setter = () -> {
            a.set(1);
            b.set(-1);
        };
        all(setter, setter, setter, () -> check(a.get() == 0 && b.get() == 0 || a.get() == 1 && b.get() == -1));
    }

    /** Notifies one waiter where it must notify all. */
    public void lostWakeUp() {
        buffer(false);
    }

    private void buffer(boolean wakesAll) {
        Deque<Integer> items = new ArrayDeque<>();
        Runnable put = () -> move(items, true, wakesAll);
        Runnable take = () -> move(items, false, wakesAll);
        all(put, put, take, take);
    }

    private synchronized void move(Deque<Integer> items, boolean in, boolean wakesAll) {
        try {
            while (items.isEmpty() != in) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (in) {
            items.add(1);
        } else {
            items.remove();
        }
        if (wakesAll) {
            notifyAll();
        } else {
            notify();
        }
    }

    // Programs whose number of threads or steps grows.

    public void threads2() {
        grow(2, 2);
    }

    public void threads3() {
        grow(3, 2);
    }

    public void threads4() {
        grow(4, 2);
    }

    public void steps4() {
        grow(2, 4);
    }

    public void steps8() {
        grow(2, 8);
    }

    private void grow(int threads, int steps) {
        Runnable[] bodies = new Runnable[threads];
        for (int i = 0; i < threads; i++) {
            bodies[i] = () -> times(steps, this::increment);
        }
        all(bodies);
        check(value == threads * steps);
    }
}
