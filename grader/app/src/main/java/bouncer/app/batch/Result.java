package bouncer.app.batch;

import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import bouncer.app.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One graded submission as it is kept.
 *
 * @param user whose it is
 * @param fileName the name of the files about it, without an ending
 * @param key hash of everything the verdict depends on
 * @param when when it was graded, ISO 8601
 * @param report what was said
 * @param before what was said before it was graded anew, or null
 */
record Result(
        String user,
        String fileName,
        String key,
        String when,
        Report report,
        @Nullable Before before) {

    /**
     * An earlier grade.
     *
     * @param exercises verdict and points of each exercise, such as {@code REJECTED 4/15}, by slug
     */
    record Before(int score, String when, String bouncer, Map<String, String> exercises) {
        Before {
            exercises = Map.copyOf(exercises);
        }

        static Before of(Result old) {
            Map<String, String> exercises = new TreeMap<>();
            old.report().exercises().forEach(exercise -> exercises.put(exercise.slug(), brief(exercise)));
            return new Before(
                    old.report().score(), old.when(), old.report().origin().bouncer(), exercises);
        }
    }

    /** True if the harness failed somewhere in it, so that it is worth another try. */
    boolean harnessFailed() {
        return report.count(Verdict.ERROR) > 0;
    }

    /** What grading anew changed, one sentence an exercise; empty when nothing did. */
    List<String> changes() {
        List<String> changes = new ArrayList<>();
        if (before != null) {
            for (ExerciseReport exercise : report.exercises()) {
                String old = before.exercises().getOrDefault(exercise.slug(), "not graded");
                if (!old.equals(brief(exercise))) {
                    changes.add(exercise.slug() + ": " + old + " → " + brief(exercise));
                }
            }
        }
        return changes;
    }

    private static String brief(ExerciseReport exercise) {
        return exercise.verdict() + " " + exercise.score() + "/" + exercise.maxScore();
    }
}
