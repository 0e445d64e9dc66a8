package bouncer.checks.timing;

import bouncer.checks.api.Action;
import bouncer.checks.api.Assume;
import bouncer.checks.api.CheckContext;
import bouncer.checks.api.CheckFailure;
import bouncer.checks.api.Cpu;
import bouncer.checks.api.Inconclusive;
import bouncer.checks.api.Parallel;
import bouncer.checks.api.Threads;
import bouncer.checks.finding.CheckCoverage;
import bouncer.checks.finding.Fault;
import bouncer.checks.finding.Finding;
import bouncer.checks.finding.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Whether threads that wait sleep, told by their own processor time, and how soon they wake. Stateless. */
public final class Waiters {
    private static final long MOST_NANOS = 5_000_000_000L;
    private static final int LOOK_MILLIS = 3;

    private Waiters() {}

    /**
     * Looks at a thread that waits until it is clear whether it sleeps or burns its core, then releases it.
     *
     * @param waits waits until released
     * @param release lets it go on
     * @throws CheckFailure as {@link Fault#BUSY_WAIT} if it burnt a tenth of a second of processor time
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
        CheckContext.record(
                new CheckCoverage.Timed(share, 1, 1, List.of((double) cpu(looks)), List.of((double) wall(looks))));
        if (burn == SpinDetector.BURNS) {
            throw new CheckFailure(new Finding.Spinning(
                    Fault.BUSY_WAIT,
                    "While it waited, a thread burnt " + cpu(looks) / 1_000_000
                            + " ms of processor time; it should sleep until it is woken",
                    guest.place));
        }
        if (burn == SpinDetector.UNDECIDED) {
            throw new Inconclusive("The machine gave too little time to see whether waiters sleep");
        }
    }

    /**
     * The time from a release to the return of the waiter it wakes, as something to be {@link Paired}.
     *
     * @param waits waits until released
     * @param release lets it go on
     */
    public static Measurement wakeUp(Action waits, Action release) {
        return () -> {
            Guest guest = new Guest(waits);
            SpinDetector.Look look = guest.look();
            // One that never sleeps is released all the same, after a while of its own processor time.
            for (int asleep = 0;
                    asleep < 3 && guest.thread.isAlive() && look.cpuNanos() < SpinDetector.BURNT_NANOS;
                    look = guest.look()) {
                asleep = look.asleep() ? asleep + 1 : 0;
                Thread.sleep(1);
            }
            long released = System.nanoTime();
            release.run();
            guest.join();
            return Math.max(1, guest.returned - released);
        };
    }

    private static long wall(List<SpinDetector.Look> looks) {
        return looks.get(looks.size() - 1).wallNanos() - looks.get(0).wallNanos();
    }

    private static long cpu(List<SpinDetector.Look> looks) {
        return looks.get(looks.size() - 1).cpuNanos() - looks.get(0).cpuNanos();
    }

    private static final class Guest {
        final Thread thread;

        @Nullable
        Location place;

        private final CountDownLatch begun = new CountDownLatch(1);
        private boolean measured;
        private @Nullable Throwable thrown;
        long returned;
        private long cpu;

        Guest(Action waits) {
            thread = Threads.start("T1", () -> {
                measured = Cpu.ofCurrent() >= 0;
                begun.countDown();
                try {
                    waits.run();
                    returned = System.nanoTime();
                } catch (Throwable e) {
                    thrown = e;
                    Threads.failed(e);
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
            place = asleep ? place : Threads.place(thread);
            return new SpinDetector.Look(System.nanoTime(), cpu, asleep);
        }

        void join() throws InterruptedException {
            thread.join();
            Parallel.rethrow(new Throwable[] {thrown});
        }
    }
}
