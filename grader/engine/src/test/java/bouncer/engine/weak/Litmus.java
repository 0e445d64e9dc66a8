package bouncer.engine.weak;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/** Litmus tests of stores weaker than volatile, in our own words; each method is one. */
public class Litmus {
    private static final VarHandle X = find("x");
    private static final VarHandle Y = find("y");
    private static final VarHandle Z = find("z");
    private volatile int x;
    private volatile int y;
    private volatile int z;
    private int plain;
    private final int[] r = new int[3];

    private static VarHandle find(String name) {
        try {
            return MethodHandles.lookup().findVarHandle(Litmus.class, name, int.class);
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

    /** Each stores to one, does something, and loads the other: both loads may see nothing only if nothing drains. */
    private void crossed(Runnable storeX, Runnable between, Runnable storeY) throws InterruptedException {
        all(
                () -> {
                    storeX.run();
                    between.run();
                    r[0] = y;
                },
                () -> {
                    storeY.run();
                    between.run();
                    r[1] = x;
                });
        Outcomes.saw(r[0], r[1]);
    }

    private void crossed(Runnable between) throws InterruptedException {
        crossed(() -> X.setRelease(this, 1), between, () -> Y.setRelease(this, 1));
    }

    void crossedReleases() throws InterruptedException {
        crossed(() -> {});
    }

    void crossedOpaques() throws InterruptedException {
        crossed(() -> X.setOpaque(this, 1), () -> {}, () -> Y.setOpaque(this, 1));
    }

    void crossedVolatiles() throws InterruptedException {
        crossed(() -> x = 1, () -> {}, () -> y = 1);
    }

    void crossedReleaseAndVolatile() throws InterruptedException {
        crossed(() -> X.setRelease(this, 1), () -> {}, () -> y = 1);
    }

    void crossedWithFullFences() throws InterruptedException {
        crossed(VarHandle::fullFence);
    }

    void crossedWithReleaseFences() throws InterruptedException {
        crossed(VarHandle::releaseFence);
    }

    void crossedWithUpdates() throws InterruptedException {
        crossed(() -> Z.compareAndSet(this, 5, 6));
    }

    void crossedWithVolatileStores() throws InterruptedException {
        crossed(() -> z = 1);
    }

    void crossedWithMonitors() throws InterruptedException {
        crossed(() -> {
            synchronized (this) {
                plain++;
            }
        });
    }

    void crossedWithUnparks() throws InterruptedException {
        Thread main = Thread.currentThread();
        crossed(() -> LockSupport.unpark(main));
    }

    void crossedWithinMonitors() throws InterruptedException {
        Runnable one = () -> {
            synchronized (r) {
                X.setRelease(this, 1);
            }
        };
        Runnable other = () -> {
            synchronized (X) {
                Y.setRelease(this, 1);
            }
        };
        crossed(one, () -> {}, other);
    }

    void crossedLazySets() throws InterruptedException {
        AtomicInteger a = new AtomicInteger();
        AtomicIntegerArray b = new AtomicIntegerArray(1);
        all(
                () -> {
                    a.lazySet(1);
                    r[0] = b.get(0);
                },
                () -> {
                    b.lazySet(0, 1);
                    r[1] = a.get();
                });
        Outcomes.saw(r[0], r[1]);
    }

    private void message(Runnable stores) throws InterruptedException {
        all(stores, () -> {
            r[0] = y;
            r[1] = x;
        });
        Outcomes.saw(r[0], r[1]);
    }

    void messageByReleases() throws InterruptedException {
        message(() -> {
            X.setRelease(this, 1);
            Y.setRelease(this, 1);
        });
    }

    void messageByOpaqueThenRelease() throws InterruptedException {
        message(() -> {
            X.setOpaque(this, 1);
            Y.setRelease(this, 1);
        });
    }

    void messageByReleaseThenOpaque() throws InterruptedException {
        message(() -> {
            X.setRelease(this, 1);
            Y.setOpaque(this, 1);
        });
    }

    void messageByOpaques() throws InterruptedException {
        message(() -> {
            X.setOpaque(this, 1);
            Y.setOpaque(this, 1);
        });
    }

    void messageByOpaquesWithFence() throws InterruptedException {
        message(() -> {
            X.setOpaque(this, 1);
            VarHandle.storeStoreFence();
            Y.setOpaque(this, 1);
        });
    }

    void messageOfPlainData() throws InterruptedException {
        all(
                () -> {
                    plain = 1;
                    X.setRelease(this, 1);
                },
                () -> Outcomes.saw((int) X.getAcquire(this) == 1 ? plain : 2));
    }

    /** Who reads the release store before it is visible, reads no message; nor has it any order then. */
    void sameVariable() throws InterruptedException {
        message(() -> {
            X.setOpaque(this, 1);
            X.setOpaque(this, 2);
        });
    }

    void ownStores() throws InterruptedException {
        all(
                () -> {
                    X.setRelease(this, 1);
                    r[0] = x;
                },
                () -> X.setRelease(this, 2));
        Outcomes.saw(r[0], x);
    }

    void twoWriters() throws InterruptedException {
        all(
                () -> {
                    X.setRelease(this, 1);
                    Y.setRelease(this, 2);
                },
                () -> {
                    Y.setRelease(this, 1);
                    X.setRelease(this, 2);
                });
        Outcomes.saw(x, y);
    }

    void anEmptyQueueDrainsNothing() throws InterruptedException {
        ConcurrentLinkedQueue<Integer> queue = new ConcurrentLinkedQueue<>();
        all(
                () -> {
                    X.setRelease(this, 1);
                    r[0] = queue.poll() == null ? 0 : 1;
                },
                () -> {
                    queue.add(1);
                    r[1] = x;
                });
        Outcomes.saw(r[0], r[1]);
    }

    void aPollThatTakesDrains() throws InterruptedException {
        ConcurrentLinkedQueue<Integer> queue = new ConcurrentLinkedQueue<>(java.util.List.of(1, 2));
        crossed(queue::poll);
    }

    void plainStoresComeAfter() throws InterruptedException {
        all(
                () -> {
                    X.setRelease(this, 1);
                    X.set(this, 2);
                },
                () -> {});
        Outcomes.saw(x);
    }

    void waitsForAStore() throws InterruptedException {
        all(
                () -> {
                    X.setRelease(this, 1);
                    while (y == 0) {
                        Thread.onSpinWait();
                    }
                },
                () -> {
                    while (x == 0) {
                        Thread.onSpinWait();
                    }
                    Y.setRelease(this, 1);
                });
        Outcomes.saw(x, y);
    }

    void weakUpdate() {
        AtomicInteger number = new AtomicInteger();
        boolean done = number.weakCompareAndSetVolatile(0, 1);
        Outcomes.saw(done ? 1 : 0, number.get());
    }

    void weakUpdateOfAField() {
        boolean done = X.weakCompareAndSetRelease(this, 0, 1);
        Outcomes.saw(done ? 1 : 0, x);
    }

    void weakUpdateTriedAgain() throws InterruptedException {
        Runnable increment = () -> {
            int seen = x;
            while (!X.weakCompareAndSet(this, seen, seen + 1)) {
                seen = x;
            }
        };
        all(increment, increment);
        Outcomes.saw(x);
    }

    void weakUpdateTriedTwice() throws InterruptedException {
        all(
                () -> {
                    for (int i = 0; i < 2; i++) {
                        int seen = x;
                        if (X.weakCompareAndSet(this, seen, seen + 1)) {
                            return;
                        }
                    }
                },
                () -> X.getAndAdd(this, 1));
        Outcomes.saw(x);
    }
}
