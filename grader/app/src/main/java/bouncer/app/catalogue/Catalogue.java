package bouncer.app.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The exercises of an {@code exercises} directory, in teaching order. Stateless. */
public final class Catalogue {
    private Catalogue() {}

    /**
     * Reads the description of every exercise.
     *
     * @throws UncheckedIOException if a description cannot be read, lacks a key or has an unknown one; the message
     *     names the file and the key
     */
    public static List<Exercise> load(Path exercises) {
        try (Stream<Path> entries = Files.list(exercises)) {
            return entries.map(directory -> directory.resolve("exercise.toml"))
                    .filter(Files::isRegularFile)
                    .map(Catalogue::read)
                    .sorted(Comparator.comparing(Exercise::slug))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Finds the exercise whose class a demonstration can use, by {@code demo = "TOPIC"} in its description.
     *
     * @return its slug
     * @throws IllegalStateException if there is none
     */
    public static String shownBy(Path exercises, String topic) {
        return load(exercises).stream()
                .filter(exercise -> exercise.demo().equals(topic))
                .map(Exercise::slug)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No exercise.toml contains: demo = \"" + topic + "\""));
    }

    private static Exercise read(Path file) {
        try {
            return TomlFile.read(file, Exercise.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
