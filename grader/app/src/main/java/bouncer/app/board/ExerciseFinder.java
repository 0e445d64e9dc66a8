package bouncer.app.board;

import bouncer.app.catalogue.Exercise;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the room a learner means. Stateless. */
public final class ExerciseFinder {
    private ExerciseFinder() {}

    /**
     * Finds rooms by slug, number or part of the slug: {@code 04-counter}, {@code 4}, {@code counter}.
     *
     * @return the rooms that fit; exactly one when the name is clear
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

    /** The room whose name, without its number, is at most two letters away from a mistyped one; empty when none is. */
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
