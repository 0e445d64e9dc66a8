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
    public static List<Exercise> find(List<Exercise> rooms, String name) {
        List<Exercise> exact =
                rooms.stream().filter(room -> room.slug().equals(name)).toList();
        if (!exact.isEmpty()) {
            return exact;
        }
        String number = name.matches("\\d") ? "0" + name : name;
        List<Exercise> byStart =
                rooms.stream().filter(room -> fits(room.slug(), number)).toList();
        return byStart.isEmpty()
                ? rooms.stream().filter(room -> room.slug().contains(name)).toList()
                : byStart;
    }

    /**
     * Returns the exercise whose name, without its number, is nearest to a mistyped one, at most two edits away; or
     * empty.
     */
    public static Optional<Exercise> nearest(List<Exercise> rooms, String name) {
        String typed = name.replaceFirst("^\\d+-?", "");
        return rooms.stream()
                .filter(room -> EditDistance.between(typed, name(room)) <= 2)
                .min(Comparator.comparing(room -> EditDistance.between(typed, name(room))));
    }

    private static String name(Exercise room) {
        return room.slug().replaceFirst("^\\d+-", "");
    }

    private static boolean fits(String slug, String name) {
        return slug.startsWith(name + "-")
                || slug.substring(slug.indexOf('-') + 1).equals(name);
    }
}
