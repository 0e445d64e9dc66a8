package bouncer.app.batch;

import bouncer.app.catalogue.Exercise;
import bouncer.app.submission.Intake;
import bouncer.app.submission.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Copies sources into the directories that JPlag expects: {@code submissions/<user>/…} with only the files that would
 * be judged, and {@code base/…} with the stubs that all students were given. Stateless.
 */
final class Jplag {
    private Jplag() {}

    /** Copies the sources of one submission. */
    static void add(Path directory, String fileName, Map<Exercise, Sources> sources) throws IOException {
        copy(directory.resolve("submissions").resolve(fileName), sources);
    }

    /** Copies the stubs of the exercises. */
    static void base(Path directory, Path exercisesDirectory, List<Exercise> exercises) throws IOException {
        for (Exercise exercise : exercises) {
            Path stub = exercisesDirectory.resolve(exercise.slug()).resolve("src/stub/java");
            copy(directory.resolve("base"), Map.of(exercise, Intake.find(stub, exercise)));
        }
    }

    private static void copy(Path target, Map<Exercise, Sources> sources) throws IOException {
        Files.createDirectories(target);
        for (Map.Entry<Exercise, Sources> each : sources.entrySet()) {
            if (each.getValue() instanceof Sources.Found found) {
                write(target.resolve(each.getKey().slug()), found.files());
            }
        }
    }

    private static void write(Path target, SortedMap<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            Path path = target.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
