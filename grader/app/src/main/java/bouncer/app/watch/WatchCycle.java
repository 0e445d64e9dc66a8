package bouncer.app.watch;

import bouncer.app.catalogue.CheckSpec;
import bouncer.app.grading.ExerciseGrading;
import bouncer.app.grading.JudgingObserver;
import bouncer.app.verdict.ExerciseReport;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Judges one save and reports as soon as there is a result to show; the complete report follows. The judging runs in a
 * separate thread, so that it can be stopped at once, even in the middle of a check. Used once, by one thread.
 */
public final class WatchCycle implements JudgingObserver {
    private static final int LOOK_MILLIS = 25;

    private final FirstReport first;
    private final Announcement announcement;
    private final ExerciseGrading grading;
    private boolean reported;

    /** Receives the report of the checks that were judged so far. */
    public interface FirstReport {
        void accept(ExerciseReport soFar) throws IOException;
    }

    /** Receives the check that runs next. */
    public interface Announcement {
        void accept(int number, int of, CheckSpec check);
    }

    /** Decides whether to stop judging. */
    public interface StopCondition {
        boolean isMet() throws IOException, InterruptedException;
    }

    private WatchCycle(ExerciseGrading grading, FirstReport first, Announcement announcement) {
        this.grading = grading;
        this.first = first;
        this.announcement = announcement;
    }

    /**
     * Judges every check of an exercise.
     *
     * @param first called once, by the judging thread: at the first failure, or before the measured checks if none has
     *     failed
     * @param announcement called before each check, by the judging thread
     * @param stop asked every few milliseconds, by the calling thread; if it is met, the running check is aborted
     * @return the complete report, or empty if judging was stopped
     * @throws IOException if a callback threw it
     */
    public static Optional<ExerciseReport> judge(
            ExerciseGrading grading, FirstReport first, Announcement announcement, StopCondition stop)
            throws IOException, InterruptedException {
        WatchCycle cycle = new WatchCycle(grading, first, announcement);
        FutureTask<ExerciseReport> judging = new FutureTask<>(cycle::judge);
        Thread thread = new Thread(judging, "judging");
        thread.setDaemon(true);
        thread.start();
        try {
            while (true) {
                try {
                    return Optional.of(judging.get(LOOK_MILLIS, TimeUnit.MILLISECONDS));
                } catch (TimeoutException e) {
                    if (stop.isMet()) {
                        return Optional.empty();
                    }
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException("The judging failed", e.getCause());
        } finally {
            thread.interrupt();
            thread.join();
        }
    }

    private ExerciseReport judge() throws IOException, InterruptedException {
        grading.prefetchExplorations();
        if (grading.blocker().isPresent()) {
            report();
        }
        ExerciseReport report = grading.judge(this);
        report();
        return report;
    }

    @Override
    public boolean next(int number, int of, CheckSpec check) throws IOException {
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
