package bouncer.checks.junit;

import bouncer.checks.result.CheckResult;
import java.util.List;

/**
 * Judges checks on behalf of Jupiter. The implementation is found with {@link java.util.ServiceLoader}, so that classes
 * of checks depend only on this module. Used by one thread.
 */
public interface Referee extends AutoCloseable {

    /**
     * Announces the check methods of a run, before the first result is requested. Never throws; an error appears in the
     * results of the checks.
     *
     * @param methods in any order
     */
    void plan(List<CheckMethod> methods);

    /**
     * Returns the ids of the variants of a check method on this JDK, at least one.
     */
    List<String> variants(CheckMethod method);

    /**
     * Waits for the result of a check and returns it. An error of the harness is a result with the outcome ERROR.
     */
    CheckResult result(String slug, String checkId);

    /**
     * Returns true if the run is limited to other exercises.
     *
     * @throws IllegalArgumentException on the first call, if the exercise that the run is limited to does not exist
     */
    boolean leavesOut(String slug);

    /** Writes the report and shows the board. Called once, after the last check. */
    @Override
    void close();

    /**
     * A check method.
     *
     * @param slug the slug of its exercise
     * @param checkClass binary name of its class
     * @param name the method's name
     */
    record CheckMethod(String slug, String checkClass, String name) {}
}
