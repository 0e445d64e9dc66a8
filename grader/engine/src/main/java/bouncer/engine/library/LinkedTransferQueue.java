package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.OrderOps;
import bouncer.engine.ops.ThreadOps;
import bouncer.engine.ops.TimeOps;
import bouncer.engine.ops.WaitOutcome;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TransferQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@link java.util.concurrent.LinkedTransferQueue}: an element goes to the consumer that waits longest, in one
 * step, or into the queue; a call that waits does so in a step of its own. While an element is queued no consumer
 * waits.
 */
public class LinkedTransferQueue<E> extends QueueModel<E> implements TransferQueue<E> {
    private static final class Consumer {
        @Nullable
        Object got;
    }

    private final transient TransferItems<E> queue;
    private final transient Deque<Consumer> consumers = new ArrayDeque<>();

    private LinkedTransferQueue(TransferItems<E> queue) {
        super(queue, Integer.MAX_VALUE);
        this.queue = queue;
    }

    public LinkedTransferQueue() {
        this(new TransferItems<>());
    }

    public LinkedTransferQueue(Collection<? extends E> c) {
        this();
        addAll(c);
    }

    /** In a step: to the first consumer that waits, if one does. */
    private boolean hand(E e) {
        Consumer consumer = consumers.poll();
        if (consumer == null) {
            return false;
        }
        elements.placed(e);
        consumer.got = e;
        return true;
    }

    @Override
    public boolean offer(E e) {
        return insert("offer", e, any -> hand(any) || queue.offer(any));
    }

    @Override
    public boolean add(E e) {
        return insert("add", e, any -> hand(any) || queue.offer(any));
    }

    @Override
    public void put(E e) {
        insert("put", e, any -> hand(any) || queue.offer(any));
    }

    @Override
    public boolean offer(E e, long timeout, TimeUnit unit) {
        return offer(e);
    }

    @Override
    public boolean tryTransfer(E e) {
        Objects.requireNonNull(e);
        return Ops.write(this, "tryTransfer", () -> {
            boolean handed = hand(e);
            if (!handed) {
                Ops.unchanged();
            }
            return handed;
        });
    }

    @Override
    public void transfer(E e) throws InterruptedException {
        transfer("transfer", e, TimeOps.FOREVER);
    }

    @Override
    public boolean tryTransfer(E e, long timeout, TimeUnit unit) throws InterruptedException {
        return transfer("tryTransfer", e, TimeOps.nanos(timeout, unit));
    }

    private boolean transfer(String call, E e, long nanos) throws InterruptedException {
        Objects.requireNonNull(e);
        long deadline = TimeOps.deadline(nanos);
        TransferItems.Place<E> place = Ops.write(this, call, () -> {
            if (hand(e)) {
                return null;
            }
            elements.placed(e);
            return queue.place(e);
        });
        return place == null
                || await(
                        call,
                        "a consumer to take the element",
                        place::taken,
                        deadline,
                        () -> OrderOps.acquire(place),
                        () -> queue.leave(place));
    }

    private @Nullable E receive(String call, long nanos) throws InterruptedException {
        long deadline = TimeOps.deadline(nanos);
        Consumer me = new Consumer();
        E now = Ops.write(this, call, () -> {
            E e = queue.poll();
            if (e == null) {
                consumers.add(me);
            } else {
                elements.seen(e);
            }
            return e;
        });
        if (now != null) {
            return now;
        }
        await(
                call,
                "an element of the queue",
                () -> me.got != null,
                deadline,
                () -> elements.seen(Objects.requireNonNull(me.got)),
                () -> consumers.remove(me));
        @SuppressWarnings("unchecked")
        E got = (E) me.got;
        return got;
    }

    /** A match takes precedence over an interrupt or a timeout. */
    private boolean await(String call, String what, BooleanSupplier met, long deadline, Runnable arrive, Runnable leave)
            throws InterruptedException {
        boolean[] done = new boolean[1];
        WaitOutcome end = Ops.block(
                Ops.wait(this, call, met, TimeOps.remaining(deadline), true).words(what), wake -> {
                    done[0] = met.getAsBoolean();
                    (done[0] ? arrive : leave).run();
                    if (done[0] && wake == WaitOutcome.INTERRUPTED) {
                        ThreadOps.interrupt(ThreadOps.currentThread());
                    }
                });
        return done[0] || Ops.thrown(end);
    }

    @Override
    public E take() throws InterruptedException {
        return Objects.requireNonNull(receive("take", TimeOps.FOREVER));
    }

    @Override
    public @Nullable E poll(long timeout, TimeUnit unit) throws InterruptedException {
        return receive("poll", TimeOps.nanos(timeout, unit));
    }

    @Override
    public boolean hasWaitingConsumer() {
        return Ops.read(this, "hasWaitingConsumer", () -> !consumers.isEmpty());
    }

    @Override
    public int getWaitingConsumerCount() {
        return Ops.read(this, "getWaitingConsumerCount", consumers::size);
    }

    @Override
    public int drainTo(Collection<? super E> c, int maxElements) {
        return QueueModel.drain(this, c, maxElements);
    }

    @Override
    public int remainingCapacity() {
        return Integer.MAX_VALUE;
    }
}
