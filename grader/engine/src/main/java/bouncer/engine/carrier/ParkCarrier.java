package bouncer.engine.carrier;

import java.util.ArrayDeque;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Pooled platform threads that hand over by park and unpark. Never spins: on shared cores that costs more than it saves. */
public final class ParkCarrier implements Carrier {
    private final ArrayDeque<Seat> free = new ArrayDeque<>();
    private volatile boolean driverTurn;
    private volatile @Nullable Thread driver;

    /** A pooled thread. */
    private static final class Seat extends Thread {
        private volatile boolean turn;
        private volatile boolean closed;
        private @Nullable Runnable body;

        Seat() {
            super(null, null, "bouncer-carrier", 1 << 20, false);
            setDaemon(true);
        }

        void give() {
            turn = true;
            LockSupport.unpark(this);
        }

        void await() {
            while (!turn && !closed) {
                LockSupport.park(this);
                boolean unused = Thread.interrupted(); // or park would never park again
            }
            turn = false;
        }

        @Override
        public void run() {
            while (true) {
                await();
                Runnable task = body;
                if (task == null) {
                    return;
                }
                task.run();
            }
        }
    }

    @Override
    public String name() {
        return "parked threads";
    }

    @Override
    public Object seat(Runnable body) {
        Seat seat;
        synchronized (free) {
            seat = free.poll();
        }
        if (seat == null) {
            seat = new Seat();
            seat.start();
        }
        seat.body = body;
        return seat;
    }

    @Override
    public void drive(Object first) {
        driver = Thread.currentThread();
        driverTurn = false;
        ((Seat) first).give();
        awaitDriver();
    }

    private void awaitDriver() {
        boolean interrupted = false;
        while (!driverTurn) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void hand(@Nullable Object to) {
        if (to == null) {
            driverTurn = true;
            LockSupport.unpark(driver);
        } else {
            ((Seat) to).give();
        }
    }

    @Override
    public void transfer(Object from, @Nullable Object to) {
        hand(to);
        ((Seat) from).await();
    }

    @Override
    public void leave(Object from, @Nullable Object to) {
        Seat seat = (Seat) from;
        synchronized (free) {
            free.push(seat);
        }
        hand(to);
    }

    @Override
    public void discard(Object seat) {
        driverTurn = false;
        ((Seat) seat).give();
        awaitDriver();
    }

    @Override
    public boolean runs(Object seat) {
        return Thread.currentThread() == seat;
    }

    @Override
    public void close() {
        synchronized (free) {
            for (Seat seat : free) {
                seat.body = null;
                seat.closed = true;
                LockSupport.unpark(seat);
            }
            free.clear();
        }
    }
}
