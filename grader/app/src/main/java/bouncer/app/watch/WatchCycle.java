package bouncer.app.watch;

import bouncer.app.catalogue.CheckSpec;
import bouncer.app.grading.ExerciseGrading;
import bouncer.app.grading.JudgingObserver;
import bouncer.app.verdict.ExerciseReport;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import java.io.IOException;
import java.util.Optional;

/**
 * Judges one save and reports as soon as something is certain; the rest follows. Used once, by one thread.
 */
public final class WatchCycle implements JudgingObserver {
    private final FirstReport first;
    private final Announcement announcement;
    private final StopCondition stop;
    private final ExerciseGrading grading;
    private boolean reported;

    /** Receives what is known so far. */
    public interface FirstReport {
        void accept(ExerciseReport soFar) throws IOException;
    }

    /** Receives the check that runs next. */
    public interface Announcement {
        void accept(int number, int of, CheckSpec check);
    }

    /** Says whether the judging is no longer wanted. */
    public interface StopCondition {
        boolean isMet() throws IOException, InterruptedException;
    }

    private WatchCycle(ExerciseGrading grading, FirstReport first, Announcement announcement, StopCondition stop) {
        this.grading = grading;
        this.first = first;
        this.announcement = announcement;
        this.stop = stop;
    }

    /**
     * Judges every check.
     *
     * @param first called once: at the first failure, or when the checks that need no luck have found none
     * @param announcement called before each check
     * @param stop asked before each check
     * @return the whole report, or empty when it was stopped
     */
    public static Optional<ExerciseReport> judge(
            ExerciseGrading grading, FirstReport first, Announcement announcement, StopCondition stop)
            throws IOException, InterruptedException {
        WatchCycle cycle = new WatchCycle(grading, first, announcement, stop);
        grading.lookAhead();
        if (grading.blocker().isPresent()) {
            cycle.report();
        }
        ExerciseReport report = grading.judge(cycle);
        if (!grading.isComplete()) {
            return Optional.empty();
        }
        cycle.report();
        return Optional.of(report);
    }

    @Override
    public boolean next(int number, int of, CheckSpec check) throws IOException, InterruptedException {
        if (stop.isMet()) {
            return false;
        }
        if (check.phase().isMeasured()) {
            report();
        }
        announcement.accept(number, of, check);
        return true;
    }

    @Override
    public void judged(CheckSpec check, CheckResult result) throws IOException {
        if (result.outcome() == CheckOutcome.FAILED) {
            report();
        }
    }

    private void report() throws IOException {
        if (!reported) {
            reported = true;
            first.accept(grading.report());
        }
    }
}
