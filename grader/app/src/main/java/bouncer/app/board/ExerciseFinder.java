package bouncer.app.board;

import bouncer.app.catalogue.Exercise;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the exercise that a learner's input names. Stateless. */
public final class ExerciseFinder {
    private ExerciseFinder() {}

    /**
     * Finds exercises by slug, number or part of the slug: {@code 04-counter}, {@code 4}, {@code counter}.
     *
     * @return the exercises that match; exactly one if the name is unambiguous
     */
    public static List<Exercise> find(List<Exercise> exercises, String name) {
        List<Exercise> exact = exercises.stream()
                .filter(exercise -> exercise.slug().equals(name))
                .toList();
        if (!exact.isEmpty()) {
            return exact;
        }
        String number = name.matches("\\d") ? "0" + name : name;
        List<Exercise> byStart = exercises.stream()
                .filter(exercise -> fits(exercise.slug(), number))
                .toList();
        return byStart.isEmpty()
                ? exercises.stream()
                        .filter(exercise -> exercise.slug().contains(name))
                        .toList()
                : byStart;
    }

    /**
     * Returns the exercise whose name, without its number, is nearest to a mistyped one, at most two edits away; or
     * empty.
     */
    public static Optional<Exercise> nearest(List<Exercise> exercises, String name) {
        String typed = name.replaceFirst("^\\d+-?", "");
        return exercises.stream()
                .filter(exercise -> EditDistance.between(typed, name(exercise)) <= 2)
                .min(Comparator.comparing(exercise -> EditDistance.between(typed, name(exercise))));
    }

    private static String name(Exercise exercise) {
        return exercise.slug().replaceFirst("^\\d+-", "");
    }

    private static boolean fits(String slug, String name) {
        return slug.startsWith(name + "-")
                || slug.substring(slug.indexOf('-') + 1).equals(name);
    }
}
