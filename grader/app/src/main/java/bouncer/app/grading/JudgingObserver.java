package bouncer.app.grading;

import bouncer.app.catalogue.CheckSpec;
import bouncer.checks.result.CheckResult;
import java.io.IOException;

/** Follows the judging of one exercise. Called by the thread that judges, in the order of judging. */
public interface JudgingObserver {
    /** Follows nothing. */
    JudgingObserver NONE = new JudgingObserver() {};

    /**
     * Called before each check, also before one that will be skipped.
     *
     * @param number which check of this run, from 1
     * @param of how many checks this run has
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
