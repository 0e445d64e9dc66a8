package bouncer.checks.junit;

import bouncer.checks.result.CheckResult;
import java.util.List;

/**
 * Who judges a check for Jupiter: found with {@link java.util.ServiceLoader}, so that check classes need to know only
 * this module. Implementations are used from one thread.
 */
public interface Referee extends AutoCloseable {

    /**
     * Lists the variants of one check method on this JDK, in the order they are judged.
     *
     * @return the checks' ids, at least one
     */
    List<String> variants(String slug, String checkClass, String method);

    /** Judges one check and returns its result; never throws for what a submission does. */
    CheckResult judge(String slug, String checkId);

    /** Tells whether the run is limited to other exercises than this one. */
    boolean leavesOut(String slug);

    /** Called once after the last check: writes the report and shows the board. */
    @Override
    void close();
}
