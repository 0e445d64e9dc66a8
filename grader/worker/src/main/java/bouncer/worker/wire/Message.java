package bouncer.worker.wire;

import bouncer.checks.result.CheckResult;
import bouncer.checks.result.ChoicePoint;
import bouncer.checks.result.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message between the parent process and the worker. Immutable. */
public sealed interface Message {

    /** Sent by the worker after it has connected: it knows this secret. */
    record Hello(String secret) implements Message {}

    /** Sent by the parent: discard all classes of checks. */
    record ForgetChecks() implements Message {}

    /**
     * Sent by the parent: a class of the next checks or of their helpers. The worker keeps it in memory, so that a
     * submission cannot read it from a file.
     *
     * @param name the binary name, with slashes
     * @param bytes the class file
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record CheckClass(String name, byte[] bytes) implements Message {}

    /**
     * Sent by the parent: run this check.
     *
     * @param id the check's id, which every answer repeats
     * @param on PLATFORM or VIRTUAL
     * @param seed the seed for everything random in the check
     * @param limitMillis how long the check may make no progress before it is stopped, in milliseconds: of waiting
     *     while the machine had time for it; of its own processor time, half as long
     * @param replay the token of the only schedule to run, for an explored check; null to explore
     * @param chosen true if a reader chooses the schedule; the answers are then {@link Stood} and {@link Ended}
     * @param decisions the indexes of the turns that were chosen so far, from 0
     */
    record Run(
            String id,
            String checkClass,
            String method,
            String on,
            long seed,
            long limitMillis,
            @Nullable String replay,
            boolean chosen,
            List<String> decisions)
            implements Message {
        /** Creates a request to judge a check, without replay. */
        public Run(String id, String checkClass, String method, String on, long seed, long limitMillis) {
            this(id, checkClass, method, on, seed, limitMillis, null, false, List.of());
        }
    }

    /**
     * Sent by the worker about once a second: the check still runs. Without this message the worker is dead or frozen,
     * not slow.
     */
    record Alive(String id) implements Message {}

    /** Sent by the worker: a finding of the check. It is final; later messages cannot revoke it. */
    record Failed(String id, Finding finding) implements Message {}

    /**
     * Sent by the worker: Bouncer itself or a check failed, not the submission. The check's outcome is ERROR.
     *
     * @param id the check that was running; empty if none was
     * @param trace the stack trace, for the log of harness errors
     */
    record HarnessFailure(String id, String trace) implements Message {}

    /** Sent by the worker: the choice point that the decisions lead to. */
    record Stood(String id, ChoicePoint stand) implements Message {}

    /**
     * Sent by the worker: the check has ended.
     *
     * @param reusable false if remaining threads or memory of the check could disturb the next one
     */
    record Ended(CheckResult result, boolean reusable) implements Message {}
}
