package bouncer.app.cli;

import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.GradingService;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the exercises are, and which of them {@code --exercise} chooses. Stateless. */
final class ExercisesDirectory {
    private ExercisesDirectory() {}

    /**
     * The directory of the exercises, absolute: where the start script or Maven says it is, and otherwise the nearest one
     * at, above or directly below the working directory, which differs between IDEs. Where there is none, the directory
     * {@code exercises} in the working directory, which does not exist.
     */
    static Path directory() {
        String stated = System.getProperty("bouncer.exercises");
        return stated != null ? Path.of(stated).toAbsolutePath().normalize() : near(Path.of(""));
    }

    /**
     * The same, where exercises must be.
     *
     * @throws UsageProblem if there are none; its message has the command to run
     */
    static Path existing() {
        Path exercises = directory();
        if (!Files.isDirectory(exercises)) {
            throw new UsageProblem(WrongDirectory.advice(exercises, Path.of("").toAbsolutePath()));
        }
        return exercises;
    }

    /** Finds the nearest exercises directory as seen from a directory. */
    static Path near(Path directory) {
        Path here = directory.toAbsolutePath().normalize();
        for (Path up = here; up != null; up = up.getParent()) {
            for (Path candidate : List.of(up, up.resolve("exercises"))) {
                if (holdsExercises(candidate)) {
                    return candidate;
                }
            }
        }
        return here.resolve("exercises");
    }

    private static boolean holdsExercises(Path directory) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                if (Files.isRegularFile(entry.resolve("exercise.toml"))) {
                    return true;
                }
            }
            return false;
        } catch (IOException | DirectoryIteratorException e) {
            // What cannot be listed, or is not there, is not the directory looked for.
            return false;
        }
    }

    /** The exercises asked for, all when none was named, in teaching order. */
    static List<Exercise> chosen(GradingService house, List<String> slugs) {
        return house.rooms().stream()
                .filter(room -> slugs.isEmpty() || slugs.contains(room.slug()))
                .toList();
    }

    /** A sentence about the first slug that names no exercise, or null. */
    static @Nullable String unknown(GradingService house, List<String> slugs) {
        List<String> known = house.rooms().stream().map(Exercise::slug).toList();
        return slugs.stream()
                .filter(slug -> !known.contains(slug))
                .map(slug -> "no exercise is called " + slug + "; there are " + known)
                .findFirst()
                .orElse(null);
    }
}
