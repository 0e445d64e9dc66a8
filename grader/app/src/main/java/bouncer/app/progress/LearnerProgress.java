package bouncer.app.progress;

import bouncer.app.verdict.ExerciseReport;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A learner's progress. Immutable; {@link #save} replaces the file as one step, so that a run that is cut off leaves the
 * old one. Two runs at once may lose one's entry, never the file.
 *
 * @param rooms what is remembered, by slug
 */
public record LearnerProgress(Map<String, ExerciseState> rooms) {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    public LearnerProgress {
        rooms = Map.copyOf(rooms);
    }

    /**
     * Reads what is remembered. A file that is missing or unreadable is no progress, not an error: it can be made again.
     *
     * @param home the directory that holds {@code exercises}
     */
    public static LearnerProgress load(Path home) {
        Path file = file(home);
        if (!Files.isRegularFile(file)) {
            return new LearnerProgress(Map.of());
        }
        try {
            return JSON.readValue(file.toFile(), LearnerProgress.class);
        } catch (IOException e) {
            return new LearnerProgress(Map.of());
        }
    }

    /** Where the learner's own things live below a home directory. */
    public static Path directory(Path home) {
        return home.resolve(".bouncer");
    }

    private static Path file(Path home) {
        return directory(home).resolve("progress.json");
    }

    /** What is known of a room; a fresh state when nothing is. */
    public ExerciseState of(String slug, int points) {
        ExerciseState known = rooms.get(slug);
        return known == null ? ExerciseState.fresh(points) : known;
    }

    /** The same with one room changed. */
    public LearnerProgress with(String slug, int points, UnaryOperator<ExerciseState> change) {
        Map<String, ExerciseState> next = new LinkedHashMap<>(rooms);
        next.put(slug, change.apply(of(slug, points)));
        return new LearnerProgress(next);
    }

    /** The same after a run; a hash of the judged files tells later whether they have changed since. */
    public LearnerProgress after(ExerciseReport report, String sourceHash) {
        return with(
                report.slug(),
                report.maxScore(),
                state -> state.judged(report.verdict(), report.score(), report.maxScore(), sourceHash));
    }

    /** Whether what a learner does can be kept: false where the directory is read-only, say. */
    public static boolean canBeKept(Path home) {
        Path directory = directory(home);
        return Files.exists(directory)
                ? Files.isDirectory(directory) && Files.isWritable(directory)
                : Files.isWritable(home);
    }

    /** Writes the file; returns false if it cannot be written. A verdict that cannot be kept is a verdict all the same. */
    public boolean save(Path home) {
        Path file = file(home);
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), "progress", ".json");
            Files.writeString(fresh, text());
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private String text() {
        try {
            return JSON.writeValueAsString(Map.of("rooms", new TreeMap<>(rooms))) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain records could not be written", e);
        }
    }
}
