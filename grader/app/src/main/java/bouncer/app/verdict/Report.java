package bouncer.app.verdict;

import java.util.List;

/**
 * The report on a submission. Immutable.
 *
 * @param name the submission's name
 * @param sha256 hash of the sources that were judged, in hexadecimal
 * @param origin the environment in which it was made
 * @param exercises in teaching order
 */
public record Report(String name, String sha256, Origin origin, List<ExerciseReport> exercises) {
    public Report {
        exercises = List.copyOf(exercises);
    }

    /** Returns the sum of the points earned. */
    public int score() {
        return exercises.stream().mapToInt(ExerciseReport::score).sum();
    }

    /** Returns the sum of the points that could be earned. */
    public int maxScore() {
        return exercises.stream().mapToInt(ExerciseReport::maxScore).sum();
    }

    /** Returns the number of exercises with this verdict. */
    public long count(Verdict verdict) {
        return exercises.stream().filter(e -> e.verdict() == verdict).count();
    }
}
