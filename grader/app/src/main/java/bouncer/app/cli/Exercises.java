package bouncer.app.cli;

import bouncer.app.catalogue.Room;
import bouncer.app.pipeline.House;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code --exercise} chooses. Stateless. */
final class Exercises {
    private Exercises() {}

    /** The rooms asked for, all when none was named, in teaching order. */
    static List<Room> chosen(House house, List<String> slugs) {
        return house.rooms().stream()
                .filter(room -> slugs.isEmpty() || slugs.contains(room.slug()))
                .toList();
    }

    /** A sentence about the first slug that names no room, or null. */
    static @Nullable String unknown(House house, List<String> slugs) {
        List<String> known = house.rooms().stream().map(Room::slug).toList();
        return slugs.stream()
                .filter(slug -> !known.contains(slug))
                .map(slug -> "no exercise is called " + slug + "; there are " + known)
                .findFirst()
                .orElse(null);
    }
}
