package bouncer.checks.junit;

import bouncer.checks.result.CheckResult;
import java.util.List;

/**
 * Judges checks for Jupiter. Found with {@link java.util.ServiceLoader}, so that classes of checks need nothing but this
 * module. Implementations are used by one thread.
 */
public interface Referee extends AutoCloseable {

    /**
     * Announces which check methods a run will ask for, before it asks for the first. Never throws: what goes wrong is
     * reported by the checks.
     *
     * @param methods in any order
     */
    void plan(List<CheckMethod> methods);

    /**
     * Lists the variants of a check method on this JDK.
     *
     * @return the checks' ids, at least one
     */
    List<String> variants(CheckMethod method);

    /**
     * Waits for the result of a check.
     *
     * @return the result; an error of the harness is a result too
     */
    CheckResult result(String slug, String checkId);

    /**
     * Returns whether the run is limited to other exercises than this one.
     *
     * @throws IllegalArgumentException if the exercise it is limited to does not exist, once
     */
    boolean leavesOut(String slug);

    /** Called once after the last check: writes the report and shows the board. */
    @Override
    void close();

    /**
     * A method that is a check.
     *
     * @param slug its exercise
     * @param checkClass binary name of its class
     * @param name the method's name
     */
    record CheckMethod(String slug, String checkClass, String name) {}
}
