package bouncer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;

/** Classic shapes of concurrent programs, right and wrong. Each method is one program; it is run by the engine only. */
public class Shapes {
    private int count;
    private volatile int turns;
    private volatile boolean ready;
    private int data;
    private volatile @Nullable AtomicLong cell;
    private final Object lock = new Object();

    static void both(Runnable first, Runnable second) throws InterruptedException {
        Thread t1 = new Thread(first, "T1");
        Thread t2 = new Thread(second, "T2");
        t1.start();
        t2.start();
        t1.join();
        t2.join();
    }

    void racyCounter() throws InterruptedException {
        both(() -> count++, () -> count++);
        assertThat(count).isEqualTo(2);
    }

    void volatileCounter() throws InterruptedException {
        both(() -> turns++, () -> turns++);
        assertThat(turns).isEqualTo(2);
    }

    private synchronized void increment() {
        count++;
    }

    private synchronized int get() {
        return count;
    }

    void lockedCounter() throws InterruptedException {
        both(this::increment, this::increment);
        assertThat(get()).isEqualTo(2);
    }

    void deadlock() throws InterruptedException {
        Object a = new Object();
        Object b = new Object();
        both(
                () -> {
                    synchronized (a) {
                        synchronized (b) {
                            count = 1;
                        }
                    }
                },
                () -> {
                    synchronized (b) {
                        synchronized (a) {
                            count = 2;
                        }
                    }
                });
    }

    void messageWithVolatile() throws InterruptedException {
        both(
                () -> {
                    data = 42;
                    ready = true;
                },
                () -> {
                    if (ready) {
                        assertThat(data).isEqualTo(42);
                    }
                });
    }

    void messageWithout() throws InterruptedException {
        both(
                () -> {
                    data = 42;
                    count = 1;
                },
                () -> {
                    if (count == 1) {
                        assertThat(data).isEqualTo(42);
                    }
                });
    }

    private AtomicLong cell() {
        if (cell == null) {
            cell = new AtomicLong();
        }
        return cell;
    }

    /** Both may make it; and its value is a number whose rendering must be no step. */
    void madeTwice() throws InterruptedException {
        both(() -> cell().incrementAndGet(), () -> cell().incrementAndGet());
        assertThat(cell().get()).isEqualTo(2);
    }

    void lostWakeUp() throws InterruptedException {
        both(
                () -> {
                    if (!ready) {
                        synchronized (lock) {
                            try {
                                lock.wait();
                            } catch (InterruptedException e) {
                                throw new AssertionError(e);
                            }
                        }
                    }
                },
                () -> {
                    ready = true;
                    synchronized (lock) {
                        lock.notify();
                    }
                });
    }

    void waitInALoop() throws InterruptedException {
        both(
                () -> {
                    synchronized (lock) {
                        while (!ready) {
                            try {
                                lock.wait();
                            } catch (InterruptedException e) {
                                throw new AssertionError(e);
                            }
                        }
                    }
                },
                () -> {
                    synchronized (lock) {
                        ready = true;
                        lock.notify();
                    }
                });
    }

    void spinLock() throws InterruptedException {
        both(
                () -> {
                    while (!ready) {
                        Thread.onSpinWait();
                    }
                    assertThat(data).isEqualTo(1);
                },
                () -> {
                    data = 1;
                    ready = true;
                });
    }

    private static final String AT_ONCE = "two read at once";
    private final int[] numbers = new int[8];
    private final StampedLock stamped = new StampedLock();

    private void sum(int from) {
        int sum = 0;
        for (int i = from; i < from + 4; i++) {
            sum += numbers[i];
        }
        assertThat(sum).isZero();
    }

    void readsAreHeard() throws InterruptedException {
        HeardReads heard = new HeardReads();
        Model.listenToArrayReads(heard);
        both(() -> sum(0), () -> sum(4));
        assertThat(heard.threads()).containsExactly(1, 1, 1, 1, 2, 2, 2, 2);
        assertThat(heard.contended()).isEmpty();
    }

    void locksAreContended() throws InterruptedException {
        HeardReads heard = new HeardReads();
        Model.listenToArrayReads(heard);
        both(this::increment, this::increment);
        assertThat(heard.contended()).containsExactly(this);
    }

    void enough() throws InterruptedException {
        Model.mustReach(AT_ONCE);
        both(this::increment, this::increment);
        Model.reached(AT_ONCE);
        Model.enough();
    }

    private void write() {
        long stamp = stamped.writeLock();
        data++;
        stamped.unlockWrite(stamp);
    }

    void neverValidated() throws InterruptedException {
        both(this::write, () -> {
            long stamp = stamped.tryOptimisticRead();
            assertThat(data + stamp).isNotNegative();
        });
    }

    void validatedBeforeItIsRead() throws InterruptedException {
        both(this::write, () -> {
            long stamp = stamped.tryOptimisticRead();
            if (stamp != 0 && stamped.validate(stamp)) {
                assertThat(data).isNotNegative();
            }
        });
    }

    void refusesOnWhatWasNotValidated() throws InterruptedException {
        both(this::write, () -> {
            long stamp = stamped.tryOptimisticRead();
            if (stamp != 0 && data == 0) {
                return;
            }
            long read = stamped.readLock();
            assertThat(data).isNotNegative();
            stamped.unlockRead(read);
        });
    }

    void validatedByAConversion() throws InterruptedException {
        both(this::write, () -> {
            long stamp = stamped.tryOptimisticRead();
            int seen = data;
            long write = stamped.tryConvertToWriteLock(stamp);
            if (write != 0) {
                data = seen + 1;
                stamped.unlockWrite(write);
            }
        });
    }

    void twoLocksAtOnce() throws InterruptedException {
        StampedLock other = new StampedLock();
        both(this::write, () -> {
            long stamp = stamped.tryOptimisticRead();
            int seen = data;
            long stampOfOther = other.tryOptimisticRead();
            if (stamped.validate(stamp) && other.validate(stampOfOther)) {
                assertThat(seen).isNotNegative();
            }
        });
    }

    void validated() throws InterruptedException {
        both(this::write, () -> {
            long stamp = stamped.tryOptimisticRead();
            int seen = data;
            if (stamp == 0 || !stamped.validate(stamp)) {
                stamp = stamped.readLock();
                seen = data;
                stamped.unlockRead(stamp);
            }
            assertThat(seen).isBetween(0, 1);
        });
    }
}
