package bouncer.engine.honest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Programs whose executions are not all that can happen, and some beside them that are. */
public class Loose {
    private static final VarHandle X = find("x");
    private static final VarHandle Y = find("y");
    private int x;
    private int y;
    private int guarded;
    private volatile boolean flag;
    private volatile int steps;

    private static VarHandle find(String name) {
        try {
            return MethodHandles.lookup().findVarHandle(Loose.class, name, int.class);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static void all(Runnable... bodies) throws InterruptedException {
        Thread[] threads = new Thread[bodies.length];
        for (int i = 0; i < bodies.length; i++) {
            threads[i] = new Thread(bodies[i]);
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    void storeBufferingByRelease() throws InterruptedException {
        all(
                () -> {
                    X.setRelease(this, 1);
                    int seen = (int) Y.getAcquire(this);
                },
                () -> {
                    Y.setRelease(this, 1);
                    int seen = (int) X.getAcquire(this);
                });
    }

    void storeBufferingByReleaseAndVolatileReads() throws InterruptedException {
        all(
                () -> {
                    X.setRelease(this, 1);
                    int seen = (int) Y.getVolatile(this);
                },
                () -> {
                    Y.setRelease(this, 1);
                    int seen = (int) X.getVolatile(this);
                });
    }

    void storeBufferingByLazySet() throws InterruptedException {
        AtomicInteger a = new AtomicInteger();
        AtomicInteger b = new AtomicInteger();
        all(
                () -> {
                    a.lazySet(1);
                    int seen = b.get();
                },
                () -> {
                    b.lazySet(1);
                    int seen = a.get();
                });
    }

    void messageByOpaque() throws InterruptedException {
        AtomicInteger a = new AtomicInteger();
        AtomicInteger b = new AtomicInteger();
        all(
                () -> {
                    a.setOpaque(1);
                    b.setOpaque(1);
                },
                () -> {
                    int seen = b.getOpaque();
                    int data = a.getOpaque();
                });
    }

    void independentReadsByAcquire() throws InterruptedException {
        Runnable reads = () -> {
            int first = (int) X.getAcquire(this);
            int second = (int) Y.getAcquire(this);
        };
        all(() -> X.setRelease(this, 1), () -> Y.setRelease(this, 1), reads, reads);
    }

    /** More stores than a store buffer has room for. */
    void manyLazySets() throws InterruptedException {
        AtomicInteger a = new AtomicInteger();
        all(
                () -> {
                    for (int i = 0; i < 10; i++) {
                        a.lazySet(i);
                    }
                },
                () -> {});
    }

    void storesToMoreVariablesThanThereAreLanes() throws InterruptedException {
        AtomicInteger[] all = new AtomicInteger[5];
        for (int i = 0; i < all.length; i++) {
            all[i] = new AtomicInteger();
        }
        all(
                () -> {
                    for (AtomicInteger each : all) {
                        each.setOpaque(1);
                    }
                },
                () -> {});
    }

    /** Right and whole: each store is read by an update, or follows a volatile one. */
    void lockThatIsReleasedLazily() throws InterruptedException {
        AtomicBoolean locked = new AtomicBoolean();
        Runnable visit = () -> {
            while (!locked.compareAndSet(false, true)) {
                Thread.onSpinWait();
            }
            guarded++;
            locked.lazySet(false);
        };
        all(visit, visit);
    }

    void storeBufferingByVolatile() throws InterruptedException {
        all(
                () -> {
                    X.setVolatile(this, 1);
                    int seen = (int) Y.getVolatile(this);
                },
                () -> {
                    Y.setVolatile(this, 1);
                    int seen = (int) X.getVolatile(this);
                });
    }

    void messageByRelease() throws InterruptedException {
        all(
                () -> {
                    guarded = 1;
                    X.setRelease(this, 1);
                },
                () -> {
                    if ((int) X.getAcquire(this) == 1 && guarded != 1) {
                        throw new IllegalStateException();
                    }
                });
    }

    /** How often it looked decides what it does next. */
    void countsItsLooks() throws InterruptedException {
        all(
                () -> {
                    for (int i = 0; i < 20 && !flag; i++) {
                        Thread.onSpinWait();
                    }
                    if (!flag) {
                        LockSupport.parkNanos(1_000);
                    }
                },
                () -> flag = true);
    }

    void looksTenTimes() throws InterruptedException {
        all(
                () -> {
                    int sum = 0;
                    for (int i = 0; i < 12; i++) {
                        sum += flag ? 1 : 0;
                    }
                    steps = sum;
                },
                () -> flag = true);
    }

    void looksUntilItChanges() throws InterruptedException {
        all(
                () -> {
                    while (!flag) {
                        Thread.onSpinWait();
                    }
                },
                () -> flag = true);
    }

    /** Its equality looks at what another thread changes, from within a step of the queue. */
    private final class Wish {
        @Override
        public boolean equals(Object other) {
            return flag;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    void stepWithinAStep() throws InterruptedException {
        ConcurrentLinkedQueue<Wish> queue = new ConcurrentLinkedQueue<>();
        queue.add(new Wish());
        boolean[] found = new boolean[1];
        all(() -> found[0] = queue.contains(new Wish()), () -> flag = true);
        if (found[0]) {
            throw new IllegalStateException("found");
        }
    }

    private void manySteps() {
        for (int i = 0; i < 8; i++) {
            steps = i;
        }
    }

    /** Far too many orders to see all. */
    void tooManyOrders() throws InterruptedException {
        all(this::manySteps, this::manySteps, this::manySteps);
    }
}
