package bouncer.app.cli;

import bouncer.app.board.ExerciseFinder;
import bouncer.app.catalogue.Exercise;
import java.util.List;

/**
 * Resolves the names that people give to an exercise: {@code 04-counter}, {@code 4}, {@code 04} or {@code counter}.
 * Stateless.
 */
final class ExerciseChoice {
    private ExerciseChoice() {}

    /**
     * Returns the exercise with a name.
     *
     * @param exercises the exercises to choose from
     * @param name as the user typed it
     * @throws UsageProblem if none or several match; the message lists them
     */
    static Exercise find(List<Exercise> exercises, String name) {
        List<Exercise> found = ExerciseFinder.find(exercises, name);
        if (found.size() > 1) {
            throw new UsageProblem("More than one exercise fits " + name + ": " + slugs(found));
        }
        if (found.isEmpty()) {
            throw new UsageProblem("No exercise is called " + name + ". "
                    + ExerciseFinder.nearest(exercises, name)
                            .map(near -> "Did you mean " + near.slug() + "?")
                            .orElse("There are: " + slugs(exercises)));
        }
        return found.get(0);
    }

    private static String slugs(List<Exercise> exercises) {
        return String.join(", ", exercises.stream().map(Exercise::slug).toList());
    }
}
