package bouncer.app.board;

import bouncer.app.catalogue.Room;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the room a learner means. Stateless. */
public final class RoomFinder {
    private RoomFinder() {}

    /**
     * Finds rooms by slug, number or part of the slug: {@code 04-counter}, {@code 4}, {@code counter}.
     *
     * @return the rooms that fit; exactly one when the name is clear
     */
    public static List<Room> find(List<Room> rooms, String name) {
        List<Room> exact =
                rooms.stream().filter(room -> room.slug().equals(name)).toList();
        if (!exact.isEmpty()) {
            return exact;
        }
        String number = name.matches("\\d") ? "0" + name : name;
        List<Room> byStart =
                rooms.stream().filter(room -> fits(room.slug(), number)).toList();
        return byStart.isEmpty()
                ? rooms.stream().filter(room -> room.slug().contains(name)).toList()
                : byStart;
    }

    /** The room whose name, without its number, is at most two letters away from a mistyped one; empty when none is. */
    public static Optional<Room> nearest(List<Room> rooms, String name) {
        String typed = name.replaceFirst("^\\d+-?", "");
        return rooms.stream()
                .filter(room -> distance(typed, room.slug().replaceFirst("^\\d+-", "")) <= 2)
                .min(Comparator.comparingInt(room -> distance(typed, room.slug().replaceFirst("^\\d+-", ""))));
    }

    /** Levenshtein, "Binary codes capable of correcting deletions, insertions, and reversals", 1966. */
    private static int distance(String one, String other) {
        int[] row = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int swapped = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(swapped, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }

    private static boolean fits(String slug, String name) {
        return slug.startsWith(name + "-")
                || slug.substring(slug.indexOf('-') + 1).equals(name);
    }
}
