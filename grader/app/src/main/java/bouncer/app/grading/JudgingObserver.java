package bouncer.app.grading;

import bouncer.app.catalogue.CheckSpec;
import bouncer.checks.result.CheckResult;
import java.io.IOException;

/** Observes the judging of one exercise. Called by the judging thread, in the order of judging. */
public interface JudgingObserver {
    /** Ignores all events. */
    JudgingObserver NONE = new JudgingObserver() {};

    /**
     * Called before each check, also before one that will be skipped.
     *
     * @param number the check's number in this run, from 1
     * @param of the number of checks in this run
     * @return false to end the judging before this check
     * @throws IOException to end the judging with an error
     */
    default boolean next(int number, int of, CheckSpec check) throws IOException, InterruptedException {
        return true;
    }

    /**
     * Called after each check with its result.
     *
     * @throws IOException to end the judging with an error
     */
    default void judged(CheckSpec check, CheckResult result) throws IOException {}
}
