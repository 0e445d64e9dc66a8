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
 * Watches a running check until it ends or makes no progress any more, and tells the parent process once a second that the
 * check is alive. Used by one thread.
 */
final class CheckMonitor {
    private static final int LOOK_MILLIS = 25;
    private static final long ALIVE_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** Bytes that one check may print. */
    private static final long MOST_PRINTED = 256L << 20;
    /** Bytes that a check may print without making progress. */
    private static final long FLOOD = 32L << 20;
    /** Bytes that one execution of an exploration may print on average. */
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

    /** Why a check was given up: a finding, or a note when it is not the submission's fault. */
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

    /** Returns null once the check has ended, or why it is given up. */
    @Nullable
    Ruling over(CheckThread body, String id, long limitMillis, CheckInfo info)
            throws InterruptedException, IOException {
        boolean exploring = info.phase() == Phase.EXPLORE;
        long limit = TimeUnit.MILLISECONDS.toNanos(limitMillis);
        // Processor time that was used is surer evidence than waiting; in a first execution, classes are still
        // instrumented.
        long run = exploring ? limit : limit / 2;
        HangDetector hangs = new HangDetector(limit, run);
        // An exploration is bounded by its steps and executions. Each execution is progress, so all of them together
        // have a
        // limit of their own.
        HangDetector whole = new HangDetector(10 * limit, 10 * limit);
        long begun = CheckContext.progressed();
        progressSeen = begun;
        printedBefore = 0;
        long told = System.nanoTime();
        while (!body.endsWithin(LOOK_MILLIS)) {
            if (System.nanoTime() - told > ALIVE_NANOS) {
                channel.send(new Message.Alive(id));
                told = System.nanoTime();
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
                says = HangDetector.Says.GO_ON; // it is the engine that runs
            }
            boolean tooLong = exploring && whole.add(withoutProgress(look)) != HangDetector.Says.GO_ON;
            if ((tooLong || says != HangDetector.Says.GO_ON) && !body.endsWithin(0)) {
                return exploring && says != HangDetector.Says.RUNS_ON
                        ? unexplored()
                        : ruling(says, TimeUnit.NANOSECONDS.toSeconds(run), info);
            }
        }
        return null;
    }

    /** Whether so much was printed that the rest of the check would be printing and nothing else. */
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

    private Ruling ruling(HangDetector.Says says, long ranSeconds, CheckInfo info) {
        if (says == HangDetector.Says.STARVED) {
            return new Ruling(CheckOutcome.INCONCLUSIVE, null, "The machine gave this check too little time to end");
        }
        Throwable reason = CheckContext.failure();
        if (reason != null) {
            // A thread of the check ended with this; that the others wait or run on only follows from it.
            String own = CheckContext.failedInSubmissionsThread() ? null : blame.checksOwnFault(reason);
            return own == null ? Ruling.failed(blame.of(reason, info)) : new Ruling(CheckOutcome.ERROR, null, own);
        }
        Finding meant = says == HangDetector.Says.RUNS_ON ? null : CheckContext.standstill();
        Set<Thread> live = census.live();
        return switch (says) {
            case STANDSTILL -> Ruling.failed(meant == null ? dump.whoWaits(live, info) : told(meant, live, info));
            case WAITS_ON -> Ruling.failed(meant == null ? dump.whoWaitsOn(live, info) : told(meant, live, info));
            case RUNS_ON -> Ruling.failed(dump.whoRuns(live, ranSeconds));
            case STARVED, GO_ON -> throw new IllegalStateException(says + " is no ruling");
        };
    }

    /** Told by the line of the one that the check waits for, for it says more than those of others that may wait. */
    private Finding told(Finding meant, Set<Thread> live, CheckInfo info) {
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
        // The JDK's thread that waits for a child's end will wake whoever does.
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
        // To ask the system costs something, and this machine is being measured.
        boolean ask = (picture != null && !timed) || looks++ % ASKED_EACH == 0;
        OsThreads.Idle idle = ask ? OsThreads.look(children) : OsThreads.Idle.UNKNOWN;
        return new HangDetector.Look(System.nanoTime(), cpu, CheckContext.progressed(), picture, timed, idle);
    }

    /**
     * Who waits where, if every thread of the check waits, else null. The same picture again and again, while the system
     * has nothing to run, means that nobody will move but by a clock: whoever could wake one waits as well.
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
