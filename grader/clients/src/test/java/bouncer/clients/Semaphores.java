package bouncer.clients;

import bouncer.clients.run.ClientSession;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** Semaphores that are right, and semaphores with one mistake each. The main methods of explorations. */
final class Semaphores {
    private Semaphores() {}

    static final class Right {
        void run() {
            ClientSession.run(new SemaphoreSpecification(SmallSemaphore::new));
        }
    }

    /** Slow, but right: it sleeps while nobody can tell. */
    static final class Slow {
        void run() {
            ClientSession.run(new SemaphoreSpecification(permits -> new SmallSemaphore(permits) {
                @Override
                synchronized void release() {
                    boolean interrupted = Thread.interrupted();
                    try {
                        Thread.sleep(1);
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                    super.release();
                    if (interrupted) {
                        Thread.currentThread().interrupt();
                    }
                }
            }));
        }
    }

    /** It gets a permit that is not there. */
    static final class Generous {
        void run() {
            ClientSession.run(new SemaphoreSpecification(permits -> new SmallSemaphore(permits) {
                @Override
                synchronized boolean tryAcquire() {
                    return super.tryAcquire() || true;
                }
            }));
        }
    }

    /** It does not get the last permit. */
    static final class Stingy {
        void run() {
            ClientSession.run(new SemaphoreSpecification(permits -> new SmallSemaphore(permits) {
                @Override
                synchronized boolean tryAcquire() {
                    return permits > 1 && super.tryAcquire();
                }
            }));
        }
    }

    /** It wakes nobody. */
    static final class Silent {
        void run() {
            ClientSession.run(new SemaphoreSpecification(permits -> new SmallSemaphore(permits) {
                @Override
                synchronized void release() {
                    permits++;
                }
            }));
        }
    }

    /** It gives the permit to the first waiter, even if that has given up. */
    static final class Swallowing {
        void run() {
            ClientSession.run(new SemaphoreSpecification(permits -> new SmallSemaphore(permits) {
                private final Deque<boolean[]> queue = new ArrayDeque<>();

                @Override
                synchronized void acquire() throws InterruptedException {
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                    if (permits > 0) {
                        permits--;
                        return;
                    }
                    boolean[] granted = {false};
                    queue.add(granted);
                    while (!granted[0]) {
                        wait();
                    }
                }

                @Override
                synchronized void release() {
                    boolean[] next = queue.poll();
                    if (next == null) {
                        permits++;
                    } else {
                        next[0] = true;
                    }
                    notifyAll();
                }
            }));
        }
    }

    /** It takes seconds for milliseconds. */
    static final class Hasty {
        void run() {
            ClientSession.run(new SemaphoreSpecification(permits -> new SmallSemaphore(permits) {
                @Override
                synchronized boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
                    TimeUnit other = unit == TimeUnit.SECONDS ? TimeUnit.MILLISECONDS : unit;
                    return super.tryAcquire(timeout, other);
                }
            }));
        }
    }

    /** It does not look at the interrupt status unless it waits. */
    static final class Deaf {
        void run() {
            ClientSession.run(new SemaphoreSpecification(permits -> new SmallSemaphore(permits) {
                @Override
                synchronized boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
                    return super.tryAcquire() || super.tryAcquire(timeout, unit);
                }
            }));
        }
    }

    /** It spins. */
    static final class Spinning {
        void run() {
            ClientSession.run(new SemaphoreSpecification(permits -> new SmallSemaphore(permits) {
                @Override
                void acquire() throws InterruptedException {
                    while (!tryAcquire()) {
                        if (Thread.interrupted()) {
                            throw new InterruptedException();
                        }
                        Thread.onSpinWait();
                    }
                }
            }));
        }
    }

    /** It looks again every millisecond. */
    static final class Polling {
        void run() {
            ClientSession.run(new SemaphoreSpecification(permits -> new SmallSemaphore(permits) {
                @Override
                void acquire() throws InterruptedException {
                    while (!tryAcquire()) {
                        Thread.sleep(1);
                    }
                }
            }));
        }
    }

    /** Two threads may take one permit. */
    static final class Racy {
        void run() {
            ClientSession.run(new SemaphoreSpecification(permits -> new SmallSemaphore(permits) {
                @Override
                boolean tryAcquire() {
                    return availablePermits() > 0 && take();
                }

                private synchronized boolean take() {
                    permits--;
                    return true;
                }
            }));
        }
    }

    /** It takes first and gives back, so that another one is refused in between. */
    static final class Momentary {
        void run() {
            ClientSession.run(new SemaphoreSpecification(permits -> new SmallSemaphore(permits) {
                @Override
                boolean tryAcquire() {
                    boolean two = takeTwo();
                    if (two) {
                        release();
                    }
                    return two || super.tryAcquire();
                }

                private synchronized boolean takeTwo() {
                    boolean two = permits >= 2;
                    permits -= two ? 2 : 0;
                    return two;
                }
            }));
        }
    }

    /** All have the same permits. */
    static final class Shared {
        private static int borrowed;

        void run() {
            ClientSession.run(new SemaphoreSpecification(permits -> new SmallSemaphore(permits) {
                @Override
                synchronized void release() {
                    borrowed++;
                    super.release();
                }

                @Override
                synchronized int availablePermits() {
                    int lent = borrowed;
                    return lent > 1 ? super.availablePermits() + 1 : super.availablePermits();
                }
            }));
        }
    }

    /** It accepts a number of permits below 0. */
    static final class Lenient {
        void run() {
            ClientSession.run(new SemaphoreSpecification(permits -> new SmallSemaphore(Math.max(0, permits))));
        }
    }
}
