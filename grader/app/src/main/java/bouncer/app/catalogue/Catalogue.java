package bouncer.app.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The rooms of an {@code exercises} directory, in teaching order. Stateless. */
public final class Catalogue {
    private Catalogue() {}

    /**
     * Reads every room.
     *
     * @throws UncheckedIOException if a description cannot be read
     * @throws IllegalStateException if a description lacks what it must have
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
     * Finds the room whose class a demonstration can show at work: the one that says {@code demo = "TOPIC"}.
     *
     * @return its slug
     * @throws IllegalStateException if no room says so
     */
    public static String shownBy(Path exercises, String topic) {
        return load(exercises).stream()
                .filter(room -> room.demo().equals(topic))
                .map(Exercise::slug)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No exercise.toml says: demo = \"" + topic + "\""));
    }

    private static Exercise read(Path file) {
        try {
            JsonNode root = new TomlMapper().readTree(file.toFile());
            JsonNode api = root.path("api");
            return new Exercise(
                    text(root, "slug", file),
                    text(root, "title", file),
                    root.path("points").asInt(),
                    text(root, "class", file),
                    list(root.path("files")),
                    list(root.path("packages")),
                    list(root.path("checks")),
                    list(root.path("contract").path("members")),
                    new Exercise.ApiRules(
                            list(api.path("forbidden")),
                            list(api.path("allowed")),
                            api.path("reason").asText(""),
                            list(api.path("groups"))),
                    new Exercise.Hints(hint(root, "idea"), hint(root, "place")),
                    root.path("demo").asText(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hint(JsonNode root, String tier) {
        return root.path("hints").path(tier).asText("").strip();
    }

    private static String text(JsonNode node, String field, Path file) {
        if (!node.path(field).isTextual()) {
            throw new IllegalStateException(file + " has no '" + field + "'");
        }
        return node.path(field).asText();
    }

    private static List<String> list(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(entry -> texts.add(entry.asText()));
        return texts;
    }
}
