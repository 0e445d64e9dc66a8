package bouncer.app.board;

import bouncer.app.catalogue.Room;
import java.util.List;

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

    private static boolean fits(String slug, String name) {
        return slug.startsWith(name + "-")
                || slug.substring(slug.indexOf('-') + 1).equals(name);
    }
}
