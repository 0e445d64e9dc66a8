package bouncer.checks.wire;

import bouncer.checks.finding.CheckResult;
import bouncer.checks.finding.Finding;

/** What parent and worker say to each other. */
public sealed interface Message {

    /** Worker: I am there and know this secret. */
    record Hello(String secret) implements Message {}

    /**
     * Parent: run this check.
     *
     * @param id the check's id, echoed in every answer
     * @param on PLATFORM or VIRTUAL
     * @param seed for everything random in it
     * @param limitMillis when a check that still runs is called hung
     */
    record Run(String id, String checkClass, String method, String on, long seed, long limitMillis)
            implements Message {}

    /** Worker: this is wrong. Final once sent: nothing that follows can take it back. */
    record Failed(String id, Finding finding) implements Message {}

    /**
     * Worker: the check ended.
     *
     * @param reusable false when threads or memory of the check may still be in the way of the next one
     */
    record Ended(CheckResult result, boolean reusable) implements Message {}
}
