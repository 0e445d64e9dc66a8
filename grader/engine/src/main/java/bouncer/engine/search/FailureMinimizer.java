package bouncer.engine.search;

import bouncer.engine.Failure;
import bouncer.engine.Limits;
import bouncer.engine.Program;
import bouncer.engine.Trace;
import bouncer.engine.carrier.Carrier;
import bouncer.engine.run.End;
import bouncer.engine.schedule.NondeterminismException;
import bouncer.engine.schedule.PreemptionBoundedScheduler;
import bouncer.engine.schedule.ReplayScheduler;
import bouncer.engine.trace.ExecutionReport;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Minimizes a failing schedule: fewest preemptions first, then fewest steps.
 */
final class FailureMinimizer {
    private static final int MOST_PREEMPTIONS = 4;
    /** Executions spent on each number of preemptions. */
    private static final int BUDGET = 3_000;
    /** Executions spent on finding a shorter one, once there is one. */
    private static final int POLISH = 300;

    private final Program program;
    private final LibraryTreatment library;
    private final Limits limits;
    private final Carrier carrier;
    private final Supplier<ProgramRunner> recording;

    /** A failure in full, or null, with all that happened. */
    record Told(
            @Nullable Failure failure,
            Trace trace,
            @Nullable String reason) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Best(boolean plainVisible, int[] schedule) {}

    FailureMinimizer(Program program, LibraryTreatment library, Limits limits, Carrier carrier) {
        this(program, library, limits, carrier, () -> new ProgramRunner(program, library, carrier, true));
    }

    /**
     * Creates a minimizer with a program that is loaded already.
     *
     * @param recording supplies the program, instrumented so that its executions can be recorded
     */
    FailureMinimizer(
            Program program,
            LibraryTreatment library,
            Limits limits,
            Carrier carrier,
            Supplier<ProgramRunner> recording) {
        this.recording = recording;
        this.library = library;
        this.program = program;
        this.limits = limits;
        this.carrier = carrier;
    }

    int fingerprint() {
        return fingerprint(program);
    }

    static int fingerprint(Program program) {
        CRC32 sum = new CRC32();
        byte[] bytes = program.source().bytes(program.className());
        if (bytes != null) {
            sum.update(bytes);
        }
        sum.update(program.methodName().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return (int) (sum.getValue() & 0xFFFF);
    }

    /** Returns the minimized failure; null if it cannot be reproduced, which is a defect of the engine. */
    @Nullable
    Failure explain(ProgramRunner session, ExecutionReport failed) {
        Best best = null;
        if (failed.end() == End.RACE) {
            // A wrong result is easier to understand than a missing happens-before: look for one that the race leads
            // to.
            best = simplest(session, true, null);
        }
        if (best == null) {
            best = simplest(session, failed.execution().plainVisible(), failed);
        }
        if (best == null) {
            best = new Best(
                    failed.execution().plainVisible(), failed.execution().schedule());
        }
        return tell(best.plainVisible, new ReplayScheduler(best.schedule)).failure();
    }

    private @Nullable Best simplest(ProgramRunner session, boolean plainVisible, @Nullable ExecutionReport like) {
        for (int preemptions = 0; preemptions <= MOST_PREEMPTIONS; preemptions++) {
            PreemptionBoundedScheduler policy = new PreemptionBoundedScheduler(preemptions);
            ExecutionReport best = bounded(session, plainVisible, like, policy);
            if (best != null) {
                return new Best(plainVisible, best.execution().schedule());
            }
            if (!policy.leftOut()) {
                return null;
            }
        }
        return null;
    }

    private @Nullable ExecutionReport bounded(
            ProgramRunner session,
            boolean plainVisible,
            @Nullable ExecutionReport like,
            PreemptionBoundedScheduler policy) {
        ExecutionReport best = null;
        int most = BUDGET;
        for (int i = 0; i < most; i++) {
            ExecutionReport report = session.run(limits, policy, plainVisible);
            if (matches(report, like) && (best == null || report.steps() < best.steps())) {
                most = best == null ? Math.min(most, i + POLISH) : most;
                best = report;
            }
            // An execution that ends in an endless loop takes seconds, so the first one is good enough.
            boolean slow = best != null && best.end() == End.ENDLESS;
            if (slow || !policy.advance()) {
                break;
            }
        }
        return best;
    }

    private static boolean matches(ExecutionReport report, @Nullable ExecutionReport like) {
        if (!report.failed() || report.reason() != null) {
            return false;
        }
        return like == null ? report.end() != End.RACE : report.signature().equals(like.signature());
    }

    /** Runs a schedule with a recorder. */
    Told tell(boolean plainVisible, ReplayScheduler schedule) {
        ProgramRunner recorded = recording.get();
        recorded.run(limits, new ReplayScheduler(List.of()), plainVisible); // loads classes
        ExecutionReport report = recorded.run(limits, schedule, plainVisible);
        if (report.end() == End.LIBRARY_RACE) {
            // The program is another one than when the token was made.
            LibraryTreatment visible = library.visible();
            return new FailureMinimizer(program, visible, limits, carrier).tell(plainVisible, schedule);
        }
        String token = new Token(
                        plainVisible, library.plainVisible(), library.variation(), fingerprint(), schedule.deviations())
                .text();
        Failure failure = report.failure();
        return new Told(failure == null ? null : failure.withToken(token), report.trace(), report.reason());
    }

    /** Returns the execution without preemptions, as an example of one that does not reach the label. */
    Failure unreached(String label) {
        ReplayScheduler straight = new ReplayScheduler(List.of());
        Told told;
        try {
            told = tell(false, straight);
        } catch (NondeterminismException e) {
            told = new Told(null, Trace.EMPTY, e.getMessage());
        }
        return new Failure.Unreached(
                label,
                told.trace,
                new Token(false, library.plainVisible(), library.variation(), fingerprint(), List.of()).text());
    }
}
