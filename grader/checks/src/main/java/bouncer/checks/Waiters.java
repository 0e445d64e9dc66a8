package bouncer.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Whether threads that wait sleep, judged by their own processor time. Stateless. */
public final class Waiters {
    private static final long MOST_NANOS = 5_000_000_000L;
    private static final int LOOK_MILLIS = 3;

    private Waiters() {}

    /**
     * Looks at a thread that waits until it is clear whether it sleeps or burns its core, then releases it.
     *
     * @param waits waits until released
     * @param release lets it go on
     * @throws AssertionError as {@link Fault#BUSY_WAIT} if it burnt a tenth of a second of processor time
     * @throws Inconclusive if even seconds did not show which
     */
    public static void mustSleep(Action waits, Action release) throws Exception {
        Guest guest = new Guest(waits);
        Assume.that(guest.isMeasured(), "The processor time of such a thread can't be told on this JDK");
        List<SpinDetector.Look> looks = new ArrayList<>();
        SpinDetector burn;
        do {
            looks.add(guest.look());
            Thread.sleep(LOOK_MILLIS);
            burn = SpinDetector.of(looks);
        } while (burn == SpinDetector.UNDECIDED && guest.thread.isAlive() && wall(looks) < MOST_NANOS);
        boolean early = !guest.thread.isAlive();
        release.run();
        guest.join();
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
                            guest.place);
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

    private static final class Guest {
        final Thread thread;

        private StackTraceElement @Nullable [] place;

        private final CountDownLatch begun = new CountDownLatch(1);
        private boolean measured;
        private @Nullable Throwable thrown;
        private long cpu;

        Guest(Action waits) {
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

        /** Told by the thread itself: of one that is about to end nobody else can tell any more, though it is alive. */
        boolean isMeasured() throws InterruptedException {
            begun.await();
            return measured;
        }

        SpinDetector.Look look() {
            Thread.State state = thread.getState();
            // An ended thread has no processor time any more: what it had used last stands.
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
