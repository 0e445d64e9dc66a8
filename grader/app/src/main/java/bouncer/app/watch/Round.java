package bouncer.app.watch;

import bouncer.app.catalogue.CheckSpec;
import bouncer.app.pipeline.Grading;
import bouncer.app.verdict.ExerciseReport;
import bouncer.checks.finding.Outcome;
import java.io.IOException;
import java.util.Optional;

/**
 * One judgement in the loop: deterministic checks first, and the first failure is told at once.
 *
 * @param first told once, as soon as there is something to say: a failure, or at the end that there is none
 * @param stop asked between two checks; true when the round is no longer wanted
 */
public record Round(Teller first, Asker stop) {

    /** Is told what is known so far. */
    public interface Teller {
        void tell(ExerciseReport soFar) throws IOException;
    }

    /** Is asked whether to stop. */
    public interface Asker {
        boolean wanted() throws InterruptedException;
    }

    /**
     * Judges check by check.
     *
     * @return the whole report, or empty when it was stopped
     */
    public Optional<ExerciseReport> judge(Grading grading) throws IOException, InterruptedException {
        boolean told = grading.blocker().isPresent();
        if (told) {
            first.tell(grading.report());
        }
        for (CheckSpec spec : grading.specs()) {
            if (stop.wanted()) {
                return Optional.empty();
            }
            boolean failed = grading.judge(spec).outcome() == Outcome.FAILED;
            if (failed && !told) {
                told = true;
                first.tell(grading.report());
            }
        }
        if (!told) {
            first.tell(grading.report());
        }
        return Optional.of(grading.report());
    }
}
