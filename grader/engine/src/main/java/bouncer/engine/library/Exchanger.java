package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.OrderOps;
import bouncer.engine.ops.ThreadOps;
import bouncer.engine.ops.TimeOps;
import bouncer.engine.ops.WaitOutcome;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Model of {@link java.util.concurrent.Exchanger}: the first thread waits, in a step of its own, for the next one. */
public class Exchanger<V extends @Nullable Object> {
    private static final class Partner<V extends @Nullable Object> {
        /** The item offered, and after the exchange the item received. */
        V item;

        boolean met;

        Partner(V item) {
            this.item = item;
        }
    }

    private @Nullable Partner<V> waiting;

    public Exchanger() {}

    public V exchange(V x) throws InterruptedException {
        try {
            return exchange(x, TimeOps.FOREVER);
        } catch (TimeoutException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public V exchange(V x, long timeout, TimeUnit unit) throws InterruptedException, TimeoutException {
        return exchange(x, TimeOps.nanos(timeout, unit));
    }

    private V exchange(V x, long nanos) throws InterruptedException, TimeoutException {
        Partner<V> me = new Partner<>(x);
        long deadline = TimeOps.deadline(nanos);
        Ops.enter(this, "exchange", () -> come(me));
        WaitOutcome wake = Ops.block(
                Ops.wait(this, "exchange", () -> me.met, TimeOps.remaining(deadline), true)
                        .words("a partner"),
                how -> leave(me, how));
        if (me.met) {
            return me.item;
        }
        Ops.thrown(wake);
        throw new TimeoutException();
    }

    private void come(Partner<V> me) {
        Partner<V> partner = waiting;
        if (partner == null) {
            waiting = me;
            OrderOps.release(me);
            return;
        }
        waiting = null;
        OrderOps.acquire(partner);
        OrderOps.release(partner);
        V gets = partner.item;
        partner.item = me.item;
        me.item = gets;
        partner.met = true;
        me.met = true;
    }

    private void leave(Partner<V> me, WaitOutcome how) {
        if (waiting == me) {
            waiting = null;
        }
        if (me.met) {
            OrderOps.acquire(me);
            if (how == WaitOutcome.INTERRUPTED) {
                ThreadOps.interrupt(ThreadOps.currentThread());
            }
        }
    }
}
