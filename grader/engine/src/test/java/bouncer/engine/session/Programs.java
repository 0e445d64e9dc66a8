package bouncer.engine.session;

import bouncer.engine.Model;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Programs for {@link SessionTest}. */
final class Programs {
    private Programs() {}

    /** Stops a thread that uses a monitor, and looks how another one stands that uses it too. */
    static final class Stopping {
        private int value;

        void run() {
            Thread one = Model.spawn("one", this::increment);
            Model.hold(one, Notes.steps);
            Model.awaitQuiet();
            Notes.stopped = Model.standing(one);
            Thread two = Model.spawn("two", this::increment);
            Model.awaitQuiet();
            Notes.other = Model.standing(two);
            Model.letGo(one);
            Model.join(one);
            Model.join(two);
        }

        private synchronized void increment() {
            value++;
        }
    }

    /** Asks for an identity hash. */
    static final class Hashing {
        void run() {
            Notes.hash = System.identityHashCode(new Object());
        }
    }

    /** One thread takes a permit, and another one looks how many are left. */
    static final class Looking {
        void run() {
            Semaphore semaphore = new Semaphore(1);
            Model.spawn("taker", () -> {
                Notes.begin = Model.stamp();
                semaphore.acquireUninterruptibly();
            });
            Model.awaitQuiet();
            Model.spawn("watcher", () -> {
                int left = semaphore.availablePermits();
                Notes.visible = left == 0 && Objects.requireNonNull(Notes.begin).happensBefore(Model.stamp());
            });
            Model.awaitQuiet();
        }
    }

    /** Starts a thread that wakes every second for ever. */
    static final class Finishing {
        void run() {
            Thread daemon = new Thread(() -> {
                while (true) {
                    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
                }
            });
            daemon.start();
            Model.awaitQuiet();
            throw Model.finish();
        }
    }
}
