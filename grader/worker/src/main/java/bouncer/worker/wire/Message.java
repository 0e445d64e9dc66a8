package bouncer.worker.wire;

import bouncer.checks.result.CheckResult;
import bouncer.checks.result.ChoicePoint;
import bouncer.checks.result.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What parent and worker say to each other. */
public sealed interface Message {

    /** Worker: I am there and know this secret. */
    record Hello(String secret) implements Message {}

    /** Parent: forget all classes of checks. */
    record ForgetChecks() implements Message {}

    /**
     * Parent: a class of the checks to come, or of their helpers. The worker keeps it in memory, so that a submission finds
     * no file of it.
     *
     * @param name its binary name with slashes
     * @param bytes the class file
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record CheckClass(String name, byte[] bytes) implements Message {}

    /**
     * Parent: run this check.
     *
     * @param id the check's id, echoed in every answer
     * @param on PLATFORM or VIRTUAL
     * @param seed for everything random in it
     * @param limitMillis how long the check may make no progress before it is stopped: milliseconds of waiting while the
     *     machine had time for it, or half as many of its own processor time
     * @param replay null, or the token of the one schedule to run, of an explored check
     * @param chosen whether somebody chooses the schedule; the answer is {@link Stood} before {@link Ended}
     * @param decisions the turns that were chosen so far, each as its number among those there were, from 0
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
        /** A check to be judged, not replayed. */
        public Run(String id, String checkClass, String method, String on, long seed, long limitMillis) {
            this(id, checkClass, method, on, seed, limitMillis, null, false, List.of());
        }
    }

    /**
     * Worker: I live and the check still runs. Sent about once a second, so that silence means a dead or frozen worker
     * and not a slow machine.
     */
    record Alive(String id) implements Message {}

    /** Worker: this is wrong. Final once sent: nothing that follows can take it back. */
    record Failed(String id, Finding finding) implements Message {}

    /** Worker: this is where the decisions lead. */
    record Stood(String id, ChoicePoint stand) implements Message {}

    /**
     * Worker: the check ended.
     *
     * @param reusable false when threads or memory of the check may still be in the way of the next one
     */
    record Ended(CheckResult result, boolean reusable) implements Message {}
}
