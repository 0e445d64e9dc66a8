package bouncer.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Checks that waiting threads sleep, by their processor time. Stateless. */
public final class Waiters {
    private static final long MOST_NANOS = 5_000_000_000L;
    private static final int LOOK_MILLIS = 3;

    private Waiters() {}

    /**
     * Observes a waiting thread until it is clear whether it sleeps or spins, and then releases it.
     *
     * @param waits the call that waits until it is released; runs in a new thread
     * @param release ends the wait
     * @throws AssertionError as {@link Fault#BUSY_WAIT} if the thread used a tenth of a second of processor time
     * @throws Inconclusive if five seconds do not show which, as on an overloaded machine
     */
    public static void mustSleep(Action waits, Action release) throws Exception {
        Waiter waiter = new Waiter(waits);
        Assume.that(waiter.isMeasured(), "The processor time of such a thread can't be told on this JDK");
        List<SpinDetector.Look> looks = new ArrayList<>();
        SpinDetector burn;
        do {
            looks.add(waiter.look());
            Thread.sleep(LOOK_MILLIS);
            burn = SpinDetector.of(looks);
        } while (burn == SpinDetector.UNDECIDED && waiter.thread.isAlive() && wall(looks) < MOST_NANOS);
        boolean early = !waiter.thread.isAlive();
        release.run();
        waiter.join();
        if (early) {
            throw new AssertionError("It returned before anything released it");
        }
        double share = (double) cpu(looks) / Math.max(1, wall(looks));
        CheckRuntime.get().timed(share, 1, 1, List.of((double) cpu(looks)), List.of((double) wall(looks)));
        if (burn == SpinDetector.BURNS) {
            throw CheckRuntime.get()
                    .spinning(
                            Fault.BUSY_WAIT,
                            "While it waited, a thread burnt " + cpu(looks) / 1_000_000
                                    + " ms of processor time; it should sleep until it is woken",
                            waiter.place);
        }
        if (burn == SpinDetector.UNDECIDED) {
            throw new Inconclusive("The machine gave too little time to see whether waiters sleep");
        }
    }

    private static long wall(List<SpinDetector.Look> looks) {
        return looks.get(looks.size() - 1).wallNanos() - looks.get(0).wallNanos();
    }

    private static long cpu(List<SpinDetector.Look> looks) {
        return looks.get(looks.size() - 1).cpuNanos() - looks.get(0).cpuNanos();
    }

    private static final class Waiter {
        final Thread thread;

        private StackTraceElement @Nullable [] place;

        private final CountDownLatch begun = new CountDownLatch(1);
        private boolean measured;
        private @Nullable Throwable thrown;
        private long cpu;

        Waiter(Action waits) {
            thread = CheckRuntime.get().start("T1", () -> {
                measured = Cpu.ofCurrent() >= 0;
                begun.countDown();
                try {
                    waits.run();
                } catch (Throwable e) {
                    thrown = e;
                    CheckRuntime.get().failed(e);
                }
            });
        }

        /**
         * Returns true if the processor time of the thread can be measured. The thread measures it itself, because
         * other threads cannot do so while it ends, although it is still alive.
         */
        boolean isMeasured() throws InterruptedException {
            begun.await();
            return measured;
        }

        SpinDetector.Look look() {
            Thread.State state = thread.getState();
            // The processor time of an ended thread is unknown, so the last value is kept.
            cpu = Math.max(cpu, Cpu.of(thread));
            boolean asleep = state != Thread.State.RUNNABLE && state != Thread.State.NEW;
            place = asleep ? place : thread.getStackTrace();
            return new SpinDetector.Look(System.nanoTime(), cpu, asleep);
        }

        void join() throws InterruptedException {
            thread.join();
            Parallel.rethrow(new Throwable[] {thrown});
        }
    }
}
