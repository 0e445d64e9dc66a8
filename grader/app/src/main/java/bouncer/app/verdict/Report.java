package bouncer.app.verdict;

import java.util.List;

/**
 * All that is said of a submission.
 *
 * @param name the submission's name
 * @param sha256 hash of the sources that were judged, in hexadecimal
 * @param origin where and by what it was made
 * @param exercises in teaching order
 */
public record Report(String name, String sha256, Origin origin, List<ExerciseReport> exercises) {
    public Report {
        exercises = List.copyOf(exercises);
    }

    /** Points earned in all. */
    public int score() {
        return exercises.stream().mapToInt(ExerciseReport::score).sum();
    }

    /** Points that could be earned in all. */
    public int maxScore() {
        return exercises.stream().mapToInt(ExerciseReport::maxScore).sum();
    }

    /** How many exercises have this verdict. */
    public long count(Verdict verdict) {
        return exercises.stream().filter(e -> e.verdict() == verdict).count();
    }
}
