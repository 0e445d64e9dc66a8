package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.OrderOps;
import bouncer.engine.ops.ThreadOps;
import bouncer.engine.ops.TimeOps;
import bouncer.engine.ops.TraceOps;
import bouncer.engine.ops.WaitOutcome;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@link java.util.concurrent.CyclicBarrier}: to arrive is one step, to leave another; the barrier action runs between
 * two steps of the last to arrive, and nobody can arrive meanwhile.
 */
public class CyclicBarrier {
    private static final class Generation {
        boolean tripped;
        boolean broken;

        boolean over() {
            return tripped || broken;
        }
    }

    private final int parties;
    private final @Nullable Runnable barrierAction;
    private Generation generation = new Generation();
    private int missing;
    private boolean acting;

    public CyclicBarrier(int parties) {
        this(parties, null);
    }

    public CyclicBarrier(int parties, @Nullable Runnable barrierAction) {
        if (parties <= 0) {
            throw new IllegalArgumentException();
        }
        this.parties = parties;
        this.missing = parties;
        this.barrierAction = barrierAction;
    }

    public int await() throws InterruptedException, BrokenBarrierException {
        try {
            return await(TimeOps.FOREVER);
        } catch (TimeoutException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public int await(long timeout, TimeUnit unit)
            throws InterruptedException, BrokenBarrierException, TimeoutException {
        return await(TimeOps.nanos(timeout, unit));
    }

    private int await(long nanos) throws InterruptedException, BrokenBarrierException, TimeoutException {
        Arrival me = new Arrival();
        WaitOutcome entry = Ops.block(this, "await", () -> !acting, TimeOps.FOREVER, true, me::arrive);
        if (me.broken) {
            throw new BrokenBarrierException();
        }
        Ops.thrown(entry);
        if (me.index == 0) {
            if (barrierAction != null) {
                act(barrierAction);
            }
            return 0;
        }
        WaitOutcome wake = Ops.block(this, "await", me.generation::over, nanos, true, me::leave);
        if (me.generation.tripped) {
            return me.index;
        }
        if (me.broken) {
            throw new BrokenBarrierException();
        }
        Ops.thrown(wake);
        throw new TimeoutException();
    }

    /** One thread's stay; its methods run inside steps. */
    private final class Arrival {
        Generation generation = CyclicBarrier.this.generation;
        int index;
        /** Whether somebody else has broken the barrier. */
        boolean broken;

        void arrive(WaitOutcome entry) {
            generation = CyclicBarrier.this.generation;
            broken = generation.broken;
            if (broken) {
                return;
            }
            if (entry == WaitOutcome.INTERRUPTED) {
                breakBarrier();
                return;
            }
            OrderOps.release(CyclicBarrier.this);
            index = --missing;
            TraceOps.say(() -> missing + " of " + parties + " still to come");
            if (index == 0) {
                OrderOps.acquire(CyclicBarrier.this);
                acting = barrierAction != null;
                if (!acting) {
                    trip();
                }
            }
        }

        void leave(WaitOutcome wake) {
            if (generation.over()) {
                if (wake == WaitOutcome.INTERRUPTED) {
                    ThreadOps.interrupt(ThreadOps.currentThread());
                }
                broken = !generation.tripped;
                OrderOps.acquire(generation);
            } else {
                breakBarrier();
            }
        }
    }

    private void act(Runnable action) {
        boolean[] done = new boolean[1];
        try {
            action.run();
            done[0] = true;
        } finally {
            Ops.change(this, "await", () -> {
                acting = false;
                if (done[0]) {
                    trip();
                } else {
                    breakBarrier();
                }
            });
        }
    }

    private void trip() {
        OrderOps.release(generation);
        generation.tripped = true;
        renew();
    }

    private void renew() {
        generation = new Generation();
        missing = parties;
    }

    private void breakBarrier() {
        TraceOps.say(() -> "breaks the barrier");
        generation.broken = true;
        missing = parties;
    }

    public int getParties() {
        return parties;
    }

    public boolean isBroken() {
        return Ops.read(this, "isBroken", () -> generation.broken);
    }

    public void reset() {
        Ops.await(this, "reset", () -> !acting, () -> {
            breakBarrier();
            renew();
            return null;
        });
    }

    public int getNumberWaiting() {
        return Ops.read(this, "getNumberWaiting", () -> parties - missing);
    }
}
