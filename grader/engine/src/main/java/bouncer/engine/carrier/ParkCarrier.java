package bouncer.engine.carrier;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Pooled platform threads that hand over by park and unpark. Never spins: on shared cores that costs more than it
 * saves. A thread whose body has ended runs the next body itself if that has not begun, without a hand-over.
 */
public final class ParkCarrier implements Carrier {
    private final ArrayDeque<Bearer> free = new ArrayDeque<>();
    private volatile boolean driverTurn;
    private volatile @Nullable Thread driver;

    /** A body, and the thread that runs it once it has begun. Accessed only by the thread that has control. */
    private static final class Seat {
        final Runnable body;

        @Nullable
        Bearer bearer;

        Seat(Runnable body) {
            this.body = body;
        }
    }

    /** A pooled thread. */
    private static final class Bearer extends Thread {
        private volatile boolean turn;
        private volatile boolean closed;
        /** The body to begin; set before control is transferred. */
        private @Nullable Seat given;
        /** The body to begin without a hand-over; accessed by this thread only. */
        private @Nullable Seat next;

        Bearer() {
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
                Seat seat = next;
                next = null;
                if (seat == null) {
                    await();
                    seat = closed ? null : given;
                }
                if (seat == null) {
                    return;
                }
                seat.body.run();
            }
        }
    }

    @Override
    public String name() {
        return "parked threads";
    }

    @Override
    public Object seat(Runnable body) {
        return new Seat(body);
    }

    private void begin(Seat seat) {
        Bearer bearer;
        synchronized (free) {
            bearer = free.poll();
        }
        if (bearer == null) {
            bearer = new Bearer();
            bearer.start();
        }
        seat.bearer = bearer;
        bearer.given = seat;
        bearer.give();
    }

    @Override
    public void drive(Object first) {
        driver = Thread.currentThread();
        driverTurn = false;
        hand(first);
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
            Seat seat = (Seat) to;
            Bearer bearer = seat.bearer;
            if (bearer == null) {
                begin(seat);
            } else {
                bearer.give();
            }
        }
    }

    private static Bearer bearer(Object seat) {
        return Objects.requireNonNull(((Seat) seat).bearer);
    }

    @Override
    public void transfer(Object from, @Nullable Object to) {
        hand(to);
        bearer(from).await();
    }

    @Override
    public void leave(Object from, @Nullable Object to) {
        Bearer bearer = bearer(from);
        if (to instanceof Seat seat && seat.bearer == null) {
            seat.bearer = bearer;
            bearer.next = seat;
            return;
        }
        synchronized (free) {
            free.push(bearer);
        }
        hand(to);
    }

    @Override
    public void discard(Object seat) {
        driverTurn = false;
        hand(seat);
        awaitDriver();
    }

    @Override
    public boolean runs(Object seat) {
        return Thread.currentThread() == ((Seat) seat).bearer;
    }

    @Override
    public void close() {
        synchronized (free) {
            for (Bearer bearer : free) {
                bearer.closed = true;
                LockSupport.unpark(bearer);
            }
            free.clear();
        }
    }
}
