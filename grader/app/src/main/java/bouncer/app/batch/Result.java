package bouncer.app.batch;

import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import bouncer.app.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The stored result of one submission.
 *
 * @param user the student
 * @param fileName the name of the student's files, without an ending
 * @param key a hash of everything the verdict depends on
 * @param when when it was graded, in ISO 8601
 * @param unread why the submission could not be read, or null if it was read
 * @param report the report
 * @param before the previous grade if the submission was regraded, or null
 */
record Result(
        String user,
        String fileName,
        String key,
        String when,
        @Nullable String unread,
        Report report,
        @Nullable Before before) {

    /**
     * A previous grade.
     *
     * @param score the total points
     * @param when when it was graded, in ISO 8601
     * @param bouncer the version of Bouncer
     * @param exercises verdict and points of each exercise, such as {@code REJECTED 4/15}, by slug
     */
    record Before(int score, String when, String bouncer, Map<String, String> exercises) {
        Before {
            exercises = Map.copyOf(exercises);
        }

        /** Returns the grade of an earlier result. */
        static Before of(Result old) {
            Map<String, String> exercises = new TreeMap<>();
            old.report().exercises().forEach(exercise -> exercises.put(exercise.slug(), brief(exercise)));
            return new Before(
                    old.report().score(), old.when(), old.report().origin().bouncer(), exercises);
        }
    }

    /** Returns true if the harness failed on an exercise, so that the next run grades the submission again. */
    boolean harnessFailed() {
        return report.count(Verdict.ERROR) > 0;
    }

    /** Returns a line for people if the submission could not be read: the student and the reason. */
    Optional<String> unreadLine() {
        return Optional.ofNullable(unread).map(why -> user.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?") + ": " + why);
    }

    /** Returns a sentence for each exercise whose grade was changed by regrading. */
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
