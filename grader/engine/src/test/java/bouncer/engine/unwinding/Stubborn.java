package bouncer.engine.unwinding;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;

/**
 * Threads that catch everything that is thrown at them. Each program gets stuck, so that every execution ends with threads that
 * have to be unwound.
 */
public class Stubborn {
    private volatile boolean never;
    private volatile int tries;
    private final Object lock = new Object();

    private void stuck(Runnable body) throws InterruptedException {
        Thread one = new Thread(body);
        Thread two = new Thread(body);
        one.start();
        two.start();
        one.join();
        two.join();
    }

    private void waitForEver() {
        synchronized (lock) {
            while (!never) {
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    void catchesInALoop() throws InterruptedException {
        stuck(() -> {
            while (!never) {
                try {
                    waitForEver();
                } catch (Throwable t) {
                    tries++;
                }
            }
        });
    }

    void catchesErrorsInALoop() throws InterruptedException {
        stuck(() -> {
            for (int i = 0; i < 1_000_000; i++) {
                try {
                    waitForEver();
                } catch (Error e) {
                    tries = i;
                }
            }
        });
    }

    @SuppressWarnings("finally")
    void continuesInFinally() throws InterruptedException {
        stuck(() -> {
            for (int i = 0; i < 1_000_000; i++) {
                try {
                    waitForEver();
                } finally {
                    tries++;
                    continue;
                }
            }
        });
    }

    @SuppressWarnings("finally")
    void returnsInFinally() throws InterruptedException {
        stuck(() -> {
            while (!never) {
                returns();
            }
        });
    }

    @SuppressWarnings("finally")
    private boolean returns() {
        try {
            waitForEver();
            return true;
        } finally {
            return false;
        }
    }

    void finallyInFinally() throws InterruptedException {
        stuck(() -> {
            try {
                try {
                    waitForEver();
                } finally {
                    try {
                        waitForEver();
                    } finally {
                        tries++;
                    }
                }
            } finally {
                waitForEver();
            }
        });
    }

    void locksInFinallyInALoop() throws InterruptedException {
        stuck(() -> {
            while (!never) {
                try {
                    synchronized (lock) {
                        synchronized (this) {
                            waitForEver();
                        }
                    }
                } catch (Throwable t) {
                    synchronized (lock) {
                        tries++;
                    }
                } finally {
                    synchronized (lock) {
                        tries++;
                    }
                }
            }
        });
    }

    void catchesInACatch() throws InterruptedException {
        stuck(() -> {
            while (!never) {
                try {
                    waitForEver();
                } catch (RuntimeException e) {
                    throw e;
                } catch (Throwable t) {
                    try {
                        waitForEver();
                    } catch (Throwable again) {
                        again.addSuppressed(t);
                    }
                }
            }
        });
    }

    void spinsOnItsOwn() throws InterruptedException {
        stuck(() -> {
            Throwable last = null;
            while (!never) {
                try {
                    waitForEver();
                } catch (Throwable t) {
                    last = t;
                }
                for (int i = 0; last != null; i++) {
                    tries = i;
                }
            }
        });
    }

    void futureTasks() throws InterruptedException {
        stuck(() -> {
            FutureTask<Integer> task = new FutureTask<>(() -> {
                waitForEver();
                return 1;
            });
            task.run();
            while (!never) {
                tries++;
            }
        });
    }

    void stages() throws InterruptedException {
        stuck(() -> {
            CompletableFuture.completedFuture(1)
                    .thenApply(one -> {
                        waitForEver();
                        return one;
                    })
                    .whenComplete((one, thrown) -> waitForEver())
                    .exceptionally(thrown -> 2)
                    .join();
            waitForEver();
        });
    }

    void pools() throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        stuck(() -> pool.submit(this::waitForEver));
        pool.submit(() -> 1);
        pool.shutdown();
        waitForEver();
    }

    void forkJoin() throws InterruptedException {
        stuck(() -> ForkJoinPool.commonPool()
                .submit(ForkJoinTask.adapt(this::waitForEver))
                .join());
    }
}
