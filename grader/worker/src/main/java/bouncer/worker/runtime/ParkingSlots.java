package bouncer.worker.runtime;

import bouncer.checks.ExecutionEnvironment;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Where threads of the real machine wait for each other without ordering each other's memory: opaque accesses and park
 * only. Each waiter has a seat of its own.
 */
@SuppressWarnings("ThreadPriorityCheck") // giving way costs nothing but time here
final class ParkingSlots implements ExecutionEnvironment.Seats {
    private static final Thread GONE = new Thread(() -> {}, "gone");
    private final AtomicReferenceArray<Thread> seats;

    public ParkingSlots(int count) {
        seats = new AtomicReferenceArray<>(count);
    }

    /** Waits in this seat until woken, which must follow the condition's coming true; an interrupt is kept for later. */
    @Override
    public void await(Object key, int seat, BooleanSupplier condition) {
        seats.setOpaque(seat, Thread.currentThread());
        boolean interrupted = false;
        while (!condition.getAsBoolean()) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        while (seats.getOpaque(seat) != GONE) {
            Thread.yield();
        }
        // The permit that came with being woken must not be left over: it would end a park of the submission.
        LockSupport.parkNanos(1);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Wakes the first so many seats; waits for a sitter that has its number but does not sit yet. */
    @Override
    public void wake(int count) {
        for (int seat = 0; seat < count; seat++) {
            Thread sitter = seats.getOpaque(seat);
            while (sitter == null) {
                Thread.yield();
                sitter = seats.getOpaque(seat);
            }
            LockSupport.unpark(sitter);
            seats.setOpaque(seat, GONE);
        }
    }
}
