package bouncer.app.watch;

import bouncer.app.catalogue.CheckSpec;
import bouncer.app.grading.ExerciseGrading;
import bouncer.app.verdict.ExerciseReport;
import bouncer.checks.result.CheckOutcome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * One judgement in the loop. What needs no luck comes first; what can be said is said as soon as it is certain, and the
 * rest follows.
 *
 * @param first told once: of the first failure, or that all the checks which need no luck have found none
 * @param next told of each check before it is run
 * @param stop asked between two checks; true when the round is no longer wanted
 */
public record WatchCycle(Teller first, Announcer next, Asker stop) {

    /** Is told what is known so far. */
    public interface Teller {
        void tell(ExerciseReport soFar) throws IOException;
    }

    /** Is told which check is run next. */
    public interface Announcer {
        void announce(int number, int of, CheckSpec check);
    }

    /** Is asked whether to stop. */
    public interface Asker {
        boolean wanted() throws IOException, InterruptedException;
    }

    /**
     * Judges check by check.
     *
     * @return the whole report, or empty when it was stopped
     */
    public Optional<ExerciseReport> judge(ExerciseGrading grading) throws IOException, InterruptedException {
        grading.lookAhead();
        boolean told = grading.blocker().isPresent();
        if (told) {
            first.tell(grading.report());
        }
        List<CheckSpec> specs = grading.specs();
        for (int i = 0; i < specs.size(); i++) {
            if (stop.wanted()) {
                return Optional.empty();
            }
            CheckSpec spec = specs.get(i);
            if (!told && spec.phase().isMeasured()) {
                told = true;
                first.tell(grading.report());
            }
            next.announce(i + 1, specs.size(), spec);
            boolean failed = grading.judge(spec).outcome() == CheckOutcome.FAILED;
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
