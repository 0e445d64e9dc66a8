package bouncer.engine.programs;

import bouncer.engine.library.Seen;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.atomic.LongAdder;

/** On atomic variables. */
public class AtomicPrograms extends Programs {
    void atomicInteger() throws InterruptedException {
        AtomicInteger value = new AtomicInteger(1);
        int[] r = new int[3];
        all(
                () -> r[0] = value.getAndAdd(2),
                () -> r[1] = value.updateAndGet(v -> v * 3),
                () -> r[2] = value.compareAndSet(3, 10) ? 1 : 0);
        Seen.outcome(r[0], r[1], r[2], value.get());
    }

    void atomicReference() throws InterruptedException {
        AtomicReference<String> value = new AtomicReference<>("a");
        String[] r = new String[2];
        all(() -> r[0] = value.getAndSet("b"), () -> r[1] = value.accumulateAndGet("c", String::concat));
        Seen.outcome(r[0], r[1], value.get());
    }

    void atomicBooleanGate() throws InterruptedException {
        AtomicBoolean gate = new AtomicBoolean();
        int[] plain = new int[1];
        boolean[] seen = new boolean[1];
        all(
                () -> {
                    plain[0] = 7;
                    gate.set(true);
                },
                () -> seen[0] = gate.get() && plain[0] == 7);
        Seen.outcome(seen[0]);
    }

    void atomicArray() throws InterruptedException {
        AtomicIntegerArray values = new AtomicIntegerArray(2);
        int[] r = new int[2];
        all(
                () -> {
                    values.set(0, 1);
                    r[0] = values.get(1);
                },
                () -> {
                    values.set(1, 1);
                    r[1] = values.get(0);
                });
        Seen.outcome(r[0], r[1]);
    }

    void stampedReference() throws InterruptedException {
        AtomicStampedReference<String> value = new AtomicStampedReference<>("a", 0);
        boolean[] r = new boolean[2];
        all(() -> r[0] = value.compareAndSet("a", "b", 0, 1), () -> r[1] = value.compareAndSet("a", "c", 0, 1));
        Seen.outcome(r[0], r[1], value.getReference(), value.getStamp());
    }

    volatile int updated;

    private static final AtomicIntegerFieldUpdater<AtomicPrograms> UPDATED =
            AtomicIntegerFieldUpdater.newUpdater(AtomicPrograms.class, "updated");

    void fieldUpdater() throws InterruptedException {
        int[] r = new int[2];
        all(() -> r[0] = UPDATED.incrementAndGet(this), () -> {
            updated = 5;
            r[1] = updated;
        });
        Seen.outcome(r[0], r[1], updated);
    }

    void longAdder() throws InterruptedException {
        LongAdder adder = new LongAdder();
        long[] r = new long[1];
        all(adder::increment, adder::decrement, () -> r[0] = adder.sum());
        Seen.outcome(r[0], adder.sum());
    }
}
