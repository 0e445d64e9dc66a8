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

/** Finds the directory of the exercises, and the exercises that {@code --exercise} chooses. Stateless. */
final class ExercisesDirectory {
    private ExercisesDirectory() {}

    /**
     * Returns the absolute directory of the exercises: the one that the start script or Maven specifies, or otherwise
     * the nearest one at, above or directly below the working directory, which differs between IDEs. If there is none,
     * returns the directory {@code exercises} in the working directory, which does not exist.
     */
    static Path directory() {
        String stated = System.getProperty("bouncer.exercises");
        return stated != null ? Path.of(stated).toAbsolutePath().normalize() : near(Path.of(""));
    }

    /**
     * Returns the absolute directory of the exercises, which exists.
     *
     * @throws UsageProblem if there is none; its message has the command to run
     */
    static Path existing() {
        Path exercises = directory();
        if (!Files.isDirectory(exercises)) {
            throw new UsageProblem(WrongDirectory.advice(exercises, Path.of("").toAbsolutePath()));
        }
        return exercises;
    }

    /**
     * Returns the directory of exercises that is nearest to a directory, or its subdirectory {@code exercises}, which
     * then does not exist, if there is none.
     */
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
            // A directory that does not exist or cannot be listed is not the one to find.
            return false;
        }
    }

    /** Returns the exercises with these slugs in teaching order; all exercises if the list is empty. */
    static List<Exercise> chosen(GradingService service, List<String> slugs) {
        return service.catalog().exercises().stream()
                .filter(exercise -> slugs.isEmpty() || slugs.contains(exercise.slug()))
                .toList();
    }

    /** Returns a sentence about the first slug that is not the name of an exercise, or null if there is none. */
    static @Nullable String unknown(GradingService service, List<String> slugs) {
        List<String> known =
                service.catalog().exercises().stream().map(Exercise::slug).toList();
        return slugs.stream()
                .filter(slug -> !known.contains(slug))
                .map(slug -> "no exercise is called " + slug + "; there are " + known)
                .findFirst()
                .orElse(null);
    }
}
