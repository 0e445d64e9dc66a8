package bouncer.worker.runtime;

import bouncer.checks.ExecutionEnvironment;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Seats in which threads of the real machine wait for each other without happens-before edges: only opaque accesses and
 * park are used. Each waiting thread has its own seat. Thread-safe.
 */
@SuppressWarnings("ThreadPriorityCheck") // yielding only costs time here
final class ParkingSlots implements ExecutionEnvironment.Seats {
    private static final Thread GONE = new Thread(() -> {}, "gone");
    private final AtomicReferenceArray<Thread> seats;

    public ParkingSlots(int count) {
        seats = new AtomicReferenceArray<>(count);
    }

    /**
     * Waits in this seat until it is woken, which must happen after the condition became true; keeps the interrupt
     * status.
     */
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
        // Consumes the permit of the wake-up, which would otherwise end a later park in the submission.
        LockSupport.parkNanos(1);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Wakes the first seats, this many; waits for threads that have a seat number but have not parked yet. */
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
