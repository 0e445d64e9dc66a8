package bouncer.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Threads that are started once and released together again and again. A round's release is a spin barrier, so that on
 * a machine with enough processors all begin within a few hundred nanoseconds; with fewer they yield to each other, and
 * virtual threads, which might yield to each other for ever while another that was started from outside waits for a carrier,
 * are woken by the last one. Used by one thread.
 */
@SuppressWarnings("ThreadPriorityCheck") // with fewer processors than threads, giving way is what lets them meet
final class ThreadTeam implements AutoCloseable {
    private static final int SPINS = 200;
    private static final int JITTER = 300;
    private static final Shift CLOSED = new Shift(new Action[0], List.of(), Thread.currentThread());
    private final List<Hand> hands = new ArrayList<>();

    /** One release: what each thread does, and how far they are. */
    private static final class Shift {
        final Action[] actions;
        final List<Hand> hands;
        final Thread caller;
        final @Nullable Throwable[] thrown;
        final AtomicInteger ready = new AtomicInteger();
        final AtomicInteger left;

        Shift(Action[] actions, List<Hand> hands, Thread caller) {
            this.actions = actions;
            this.hands = hands;
            this.caller = caller;
            this.thrown = new Throwable[actions.length];
            this.left = new AtomicInteger(actions.length);
        }
    }

    /** Runs all actions at once and returns what each threw, once all have ended. */
    @Nullable
    Throwable[] run(Action[] actions) {
        while (hands.size() < actions.length) {
            hands.add(new Hand(hands.size()));
        }
        List<Hand> needed = hands.subList(0, actions.length);
        Shift shift = new Shift(actions, needed, Thread.currentThread());
        needed.forEach(hand -> hand.give(shift));
        while (shift.left.get() > 0) {
            LockSupport.park(this);
        }
        return shift.thrown;
    }

    /** Lets the threads end and waits for them. */
    @Override
    public void close() {
        for (Hand hand : hands) {
            hand.give(CLOSED);
        }
        try {
            for (Hand hand : hands) {
                hand.thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Hand implements Runnable {
        private final int index;
        private volatile @Nullable Shift next;
        private final Thread thread;

        Hand(int index) {
            this.index = index;
            // Some named as in an exploration and some not: code that tells the two apart by names fails one of them.
            this.thread = CheckRuntime.get().start((index % 2 == 0 ? "Thread-" : "pool-1-thread-") + index, this);
        }

        void give(Shift shift) {
            next = shift;
            LockSupport.unpark(thread);
        }

        @Override
        public void run() {
            Shift shift = await();
            while (shift != CLOSED) {
                meet(shift);
                try {
                    shift.actions[index].run();
                } catch (Throwable e) {
                    shift.thrown[index] = e;
                    CheckRuntime.get().failed(e);
                }
                // A stray permit or interrupt of this round must not reach into the next one.
                Thread.interrupted();
                if (shift.left.decrementAndGet() == 0) {
                    LockSupport.unpark(shift.caller);
                }
                shift = await();
            }
        }

        private static boolean isVirtual() {
            return CheckRuntime.get().onVirtualThreads();
        }

        private Shift await() {
            Shift shift = next;
            while (shift == null) {
                LockSupport.park(this);
                shift = next;
            }
            next = null;
            return shift;
        }

        private static void meet(Shift shift) {
            int all = shift.actions.length;
            if (shift.ready.incrementAndGet() == all && isVirtual()) {
                shift.hands.forEach(hand -> LockSupport.unpark(hand.thread));
            }
            boolean crowded = all > Runtime.getRuntime().availableProcessors();
            for (int i = 0; shift.ready.get() < all; i++) {
                if (isVirtual()) {
                    LockSupport.park(shift);
                } else if (crowded || i > SPINS) {
                    Thread.yield();
                } else {
                    Thread.onSpinWait();
                }
            }
            // Dead heats show some bugs and small gaps show others.
            for (int i = ThreadLocalRandom.current().nextInt(JITTER); i > 0; i--) {
                Thread.onSpinWait();
            }
        }
    }
}
