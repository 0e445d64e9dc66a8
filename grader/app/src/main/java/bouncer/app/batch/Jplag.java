package bouncer.app.batch;

import bouncer.app.catalogue.Exercise;
import bouncer.app.submission.Intake;
import bouncer.app.submission.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/**
 * Lays sources out as JPlag wants them: {@code submissions/<user>/…} with the files that would be judged and nothing
 * else, and {@code base/…} with what everybody was given. Stateless.
 */
final class Jplag {
    private Jplag() {}

    /** Writes one submission. */
    static void add(Path directory, String fileName, Path sources, List<Exercise> rooms) throws IOException {
        copy(directory.resolve("submissions").resolve(fileName), sources, rooms);
    }

    /** Writes the base code. */
    static void base(Path directory, Path exercises, List<Exercise> rooms) throws IOException {
        for (Exercise room : rooms) {
            Path stub = exercises.resolve(room.slug()).resolve("src/stub/java");
            copy(directory.resolve("base"), stub, List.of(room));
        }
    }

    private static void copy(Path target, Path sources, List<Exercise> rooms) throws IOException {
        Files.createDirectories(target);
        for (Exercise room : rooms) {
            if (Intake.find(sources, room) instanceof Sources.Found found) {
                write(target.resolve(room.slug()), found.files());
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
