package bouncer.app.cli;

import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.GradingService;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the exercises are, and which of them {@code --exercise} chooses. Stateless. */
final class ExercisesDirectory {
    private ExercisesDirectory() {}

    /** The directory of the rooms, absolute: where the starting script says it is, else the one below the working directory. */
    static Path directory() {
        return Path.of(System.getProperty("bouncer.exercises", "exercises"))
                .toAbsolutePath()
                .normalize();
    }

    /** The rooms asked for, all when none was named, in teaching order. */
    static List<Exercise> chosen(GradingService house, List<String> slugs) {
        return house.rooms().stream()
                .filter(room -> slugs.isEmpty() || slugs.contains(room.slug()))
                .toList();
    }

    /** A sentence about the first slug that names no room, or null. */
    static @Nullable String unknown(GradingService house, List<String> slugs) {
        List<String> known = house.rooms().stream().map(Exercise::slug).toList();
        return slugs.stream()
                .filter(slug -> !known.contains(slug))
                .map(slug -> "no exercise is called " + slug + "; there are " + known)
                .findFirst()
                .orElse(null);
    }
}
