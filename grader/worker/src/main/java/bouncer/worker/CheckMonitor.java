package bouncer.worker;

import bouncer.checks.Cpu;
import bouncer.checks.Fault;
import bouncer.checks.definition.CheckInfo;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import bouncer.checks.result.Phase;
import bouncer.worker.failure.FailureTranslator;
import bouncer.worker.runtime.CheckContext;
import bouncer.worker.wire.Channel;
import bouncer.worker.wire.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches a running check until it ends or makes no more progress, and reports to the parent process once a second that
 * the worker is alive. Used by one thread.
 */
final class CheckMonitor {
    private static final int LOOK_MILLIS = 25;
    private static final long ALIVE_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** The most bytes that one check may print. */
    private static final long MOST_PRINTED = 256L << 20;
    /** The most bytes that a check may print without progress. */
    private static final long FLOOD = 32L << 20;
    /** The most bytes that an execution of an exploration may print on average. */
    private static final long EXECUTION_FLOOD = 64L << 10;

    private static final int ASKED_EACH = 4;
    private final Channel channel;
    private final Output output;
    private final FailureTranslator blame;
    private final StuckThreadReport dump;
    private final ThreadInventory census;
    private int looks;
    private long progressSeen;
    private long printedBefore;

    /** Why a check was stopped: a finding, or a note if the submission is not the cause. */
    record Ruling(CheckOutcome outcome, @Nullable Finding finding, String note) {
        static Ruling failed(Finding finding) {
            return new Ruling(CheckOutcome.FAILED, finding, "");
        }
    }

    CheckMonitor(Channel channel, Output output, FailureTranslator blame, ThreadInventory census) {
        this.channel = channel;
        this.output = output;
        this.blame = blame;
        this.dump = new StuckThreadReport(blame.code());
        this.census = census;
    }

    /** Waits for the end of the check; returns null if it has ended, or the reason for which it must be stopped. */
    @Nullable
    Ruling over(CheckThread body, String id, long limitMillis, CheckInfo info)
            throws InterruptedException, IOException {
        boolean exploring = info.phase() == Phase.EXPLORE;
        long limit = TimeUnit.MILLISECONDS.toNanos(limitMillis);
        // Used processor time is stronger evidence than waiting, so half of the limit is enough.
        long run = limit / 2;
        HangDetector hangs = new HangDetector(limit, run);
        // Each execution of an exploration is progress, so a second detector limits all of them together.
        HangDetector whole = new HangDetector(10 * limit, 10 * limit);
        long begun = CheckContext.progressed();
        progressSeen = begun;
        printedBefore = 0;
        long reported = System.nanoTime();
        while (!body.endsWithin(LOOK_MILLIS)) {
            if (System.nanoTime() - reported > ALIVE_NANOS) {
                channel.send(new Message.Alive(id));
                reported = System.nanoTime();
            }
            if (isFlood(exploring, begun)) {
                return Ruling.failed(new Finding.Crash(
                        Fault.OUTPUT_FLOOD,
                        "More than " + (FLOOD >> 20) + " MiB were printed, so the check was stopped",
                        dump.busiest(census.live())));
            }
            HangDetector.Look look = look();
            HangDetector.Says says = hangs.add(look);
            if (exploring && says == HangDetector.Says.RUNS_ON && !dump.runsSubmission(census.live())) {
                says = HangDetector.Says.GO_ON; // the engine itself uses the processor time
            }
            boolean tooLong = exploring && whole.add(withoutProgress(look)) != HangDetector.Says.GO_ON;
            if ((tooLong || says != HangDetector.Says.GO_ON) && !body.endsWithin(0)) {
                return exploring && says != HangDetector.Says.RUNS_ON
                        ? unexplored()
                        : ruling(says, TimeUnit.NANOSECONDS.toSeconds(run), info, id);
            }
        }
        return null;
    }

    /** Returns true if the check has printed so much that it must be stopped. */
    private boolean isFlood(boolean exploring, long begun) {
        long printed = output.printed();
        long progress = CheckContext.progressed();
        if (progress != progressSeen) {
            progressSeen = progress;
            printedBefore = printed;
        }
        if (exploring) {
            return printed > FLOOD && printed / Math.max(1, progress - begun) > EXECUTION_FLOOD;
        }
        return printed > MOST_PRINTED || printed - printedBefore > FLOOD;
    }

    private static HangDetector.Look withoutProgress(HangDetector.Look look) {
        return new HangDetector.Look(look.nanos(), look.cpuNanos(), 0, null, false, look.idle());
    }

    private Ruling ruling(HangDetector.Says says, long ranSeconds, CheckInfo info, String id) throws IOException {
        if (says == HangDetector.Says.STARVED) {
            return new Ruling(CheckOutcome.INCONCLUSIVE, null, "The machine gave this check too little time to end");
        }
        Throwable reason = CheckContext.failure();
        if (reason != null) {
            // A thread of the check ended with this exception; the others wait or run because of that.
            String own = CheckContext.failedInSubmissionsThread() ? null : blame.checksOwnFault(reason);
            if (own != null) {
                channel.send(new Message.HarnessFailure(id, blame.traceOf(reason)));
                return new Ruling(CheckOutcome.ERROR, null, own);
            }
            return Ruling.failed(blame.of(reason, info));
        }
        Finding meant = says == HangDetector.Says.RUNS_ON ? null : CheckContext.standstill();
        Set<Thread> live = census.live();
        return switch (says) {
            case STANDSTILL -> Ruling.failed(meant == null ? dump.whoWaits(live, info) : expected(meant, live, info));
            case WAITS_ON -> Ruling.failed(meant == null ? dump.whoWaitsOn(live, info) : expected(meant, live, info));
            case RUNS_ON -> Ruling.failed(dump.whoRuns(live, ranSeconds));
            case STARVED, GO_ON -> throw new IllegalStateException(says + " is no ruling");
        };
    }

    /** Locates the finding at the thread that the check joins, which says more than the other waiting threads. */
    private Finding expected(Finding meant, Set<Thread> live, CheckInfo info) {
        Thread awaited = CheckContext.awaited();
        Location at = awaited == null ? null : dump.at(awaited);
        Finding seen = dump.whoWaits(live, info);
        return new Finding.Stuck(meant.fault(), meant.message(), at == null ? seen.location() : at, seen.waiters());
    }

    private static Ruling unexplored() {
        return new Ruling(
                CheckOutcome.INCONCLUSIVE,
                null,
                "Not explored: the submission blocked or kept running where the engine cannot control it");
    }

    private HangDetector.Look look() {
        // While a child process runs, a thread of the JDK waits for its end and can wake threads of the check.
        String picture = ThreadInventory.hasLiveChild() ? null : picture(census.live());
        boolean timed = picture != null && picture.contains(Thread.State.TIMED_WAITING.name());
        boolean children = ThreadInventory.hasChildren();
        long cpu = Math.max(0, Cpu.ofProcess());
        if (children) {
            cpu += ProcessHandle.current()
                    .descendants()
                    .mapToLong(child -> child.info()
                            .totalCpuDuration()
                            .map(Duration::toNanos)
                            .orElse(0L))
                    .sum();
        }
        // Asking the system takes time, and a check may be measuring the machine.
        boolean ask = (picture != null && !timed) || looks++ % ASKED_EACH == 0;
        OsThreads.Idle idle = ask ? OsThreads.look(children) : OsThreads.Idle.UNKNOWN;
        return new HangDetector.Look(System.nanoTime(), cpu, CheckContext.progressed(), picture, timed, idle);
    }

    /**
     * Returns which thread waits where, if every thread of the check waits, else null. If the picture does not change
     * while the system has no thread to run, only a timeout can continue the check, since all threads that could wake
     * one wait.
     */
    private static @Nullable String picture(Set<Thread> live) {
        StringBuilder picture = new StringBuilder();
        for (Thread thread : live) {
            Thread.State state = thread.getState();
            if (state == Thread.State.NEW || state == Thread.State.RUNNABLE || state == Thread.State.TERMINATED) {
                return null;
            }
            picture.append(thread.getId())
                    .append(state)
                    .append(Arrays.hashCode(thread.getStackTrace()))
                    .append(' ');
        }
        return picture.toString();
    }
}
