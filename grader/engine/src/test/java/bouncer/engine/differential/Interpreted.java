package bouncer.engine.differential;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Runs the program that {@link Board} holds; this class is instrumented. */
public class Interpreted {
    private static final VarHandle ORDERED = ordered("swapped");
    private static final VarHandle ORDERED_0 = ordered("ordered0");
    private static final VarHandle ORDERED_1 = ordered("ordered1");
    private int plain0;
    private int plain1;
    private volatile int ordered0;
    private volatile int ordered1;
    private volatile int swapped;
    private final ConcurrentHashMap<Integer, Integer> map = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Integer> queue = new ConcurrentLinkedQueue<>();
    private final Semaphore permits = new Semaphore(1);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition condition = lock.newCondition();
    private final Object[] monitors = {new Object(), new Object()};
    private Thread[] threads = new Thread[0];

    private static VarHandle ordered(String name) {
        try {
            return MethodHandles.lookup().findVarHandle(Interpreted.class, name, int.class);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    void main() throws InterruptedException {
        List<List<Spec.Step>> programs = Board.spec().threads();
        Thread[] all = new Thread[programs.size()];
        for (int t = 0; t < all.length; t++) {
            int number = t;
            all[t] = new Thread(
                    () -> run(
                            number,
                            programs.get(number),
                            0,
                            programs.get(number).size()),
                    "T" + (t + 1));
        }
        threads = all;
        for (Thread thread : all) {
            thread.start();
        }
        for (Thread thread : all) {
            thread.join();
        }
    }

    private void run(int me, List<Spec.Step> steps, int from, int to) {
        int at = from;
        while (at < to) {
            Spec.Step step = steps.get(at);
            if (step.act() == Act.LOCK) {
                int end = at;
                while (steps.get(end).act() != Act.UNLOCK) {
                    end++;
                }
                synchronized (monitors[step.on()]) {
                    run(me, steps, at + 1, end);
                }
                at = end + 1;
            } else {
                try {
                    Board.saw(me, act(me, step));
                } catch (InterruptedException e) {
                    Board.saw(me, -1);
                }
                at++;
            }
        }
    }

    private long underLock(Act act, int millis) throws InterruptedException {
        lock.lock();
        try {
            if (act == Act.SIGNAL) {
                condition.signal();
                return 0;
            }
            if (act == Act.AWAIT) {
                condition.await();
                return 0;
            }
            return condition.awaitNanos(TimeUnit.MILLISECONDS.toNanos(millis));
        } finally {
            lock.unlock();
        }
    }

    private long act(int me, Spec.Step step) throws InterruptedException {
        int on = step.on();
        switch (step.act()) {
            case READ:
                return on == 0 ? plain0 : plain1;
            case WRITE:
                if (on == 0) {
                    plain0 = me + 1;
                } else {
                    plain1 = me + 1;
                }
                return 0;
            case ADD:
                return on == 0 ? ++plain0 : ++plain1;
            case READ_VOLATILE:
                return on == 0 ? ordered0 : ordered1;
            case WRITE_VOLATILE:
                if (on == 0) {
                    ordered0 = me + 1;
                } else {
                    ordered1 = me + 1;
                }
                return 0;
            case RELEASE_STORE:
                (on == 0 ? ORDERED_0 : ORDERED_1).setRelease(this, me + 1);
                return 0;
            case OPAQUE_STORE:
                (on == 0 ? ORDERED_0 : ORDERED_1).setOpaque(this, me + 11);
                return 0;
            case FENCE:
                VarHandle.fullFence();
                return 0;
            case STORE_FENCE:
                VarHandle.storeStoreFence();
                return 0;
            case POLL:
                Integer head = queue.poll();
                return head == null ? 0 : head;
            case OFFER:
                return queue.offer(me + 1) ? 1 : 0;
            case COMPARE_AND_SET:
                return ORDERED.compareAndSet(this, 0, me + 1) ? 1 : 0;
            case WAIT:
                monitors[on].wait();
                return 0;
            case TIMED_WAIT:
                monitors[on].wait(10 + me);
                return System.nanoTime();
            case NOTIFY:
                monitors[on].notify();
                return 0;
            case NOTIFY_ALL:
                monitors[on].notifyAll();
                return 0;
            case PARK:
                LockSupport.park();
                return 0;
            case TIMED_PARK:
                LockSupport.parkNanos(1_000_000L * (10 + on));
                return System.nanoTime();
            case UNPARK:
                LockSupport.unpark(threads[on]);
                return 0;
            case INTERRUPT:
                threads[on].interrupt();
                return 0;
            case INTERRUPTED:
                return Thread.interrupted() ? 1 : 0;
            case SLEEP:
                Thread.sleep(5 + on);
                return 0;
            case CLOCK:
                return System.nanoTime();
            case ACQUIRE:
                permits.acquire();
                return 0;
            case TRY_ACQUIRE:
                return permits.tryAcquire(10 + me, TimeUnit.MILLISECONDS) ? System.nanoTime() : 0;
            case RELEASE:
                permits.release();
                return 0;
            case COMPUTE:
                return map.compute(on, (key, old) -> {
                    int seen = on == 0 ? ordered1 : ordered0;
                    return seen + 10 * (old == null ? 0 : old);
                });
            case MERGE:
                return map.merge(0, me + 1, (old, more) -> {
                    ordered0 = old;
                    return on == 0 ? old + more : more + swapped;
                });
            case AWAIT, TIMED_AWAIT, SIGNAL:
                return underLock(step.act(), 10 + me);
            default:
                throw new AssertionError(step);
        }
    }
}
