package bouncer.app.progress;

import bouncer.app.files.AtomicFiles;
import bouncer.app.verdict.ExerciseReport;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A learner's progress. Immutable; {@link #save} replaces the file in one step, so that an interrupted run leaves the
 * old file intact. Of two concurrent runs, one may lose its entry.
 *
 * @param exercises the state of each exercise, by slug
 */
public record LearnerProgress(@JsonProperty("rooms") Map<String, ExerciseState> exercises) {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    public LearnerProgress {
        exercises = Map.copyOf(exercises);
    }

    /**
     * Reads the progress. A file that is missing or unreadable counts as no progress.
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

    /**
     * Returns the directory of a learner's saved data.
     *
     * @param home the directory that holds {@code exercises}
     */
    public static Path directory(Path home) {
        return home.resolve(".bouncer");
    }

    private static Path file(Path home) {
        return directory(home).resolve("progress.json");
    }

    /**
     * Returns the state of an exercise, or a fresh state if none is saved.
     *
     * @param points the exercise's points, for a fresh state
     */
    public ExerciseState of(String slug, int points) {
        ExerciseState known = exercises.get(slug);
        return known == null ? ExerciseState.fresh(points) : known;
    }

    /**
     * Returns this progress with the state of one exercise changed.
     *
     * @param points the exercise's points, for a fresh state
     */
    public LearnerProgress with(String slug, int points, UnaryOperator<ExerciseState> change) {
        Map<String, ExerciseState> next = new LinkedHashMap<>(exercises);
        next.put(slug, change.apply(of(slug, points)));
        return new LearnerProgress(next);
    }

    /**
     * Returns this progress after a run.
     *
     * @param sourceHash a hash of the judged files, by which later changes are noticed
     */
    public LearnerProgress after(ExerciseReport report, String sourceHash) {
        return with(
                report.slug(),
                report.maxScore(),
                state -> state.judged(report.verdict(), report.score(), report.maxScore(), sourceHash));
    }

    /**
     * Returns true if progress can be saved; false, for example, in a read-only directory.
     *
     * @param home the directory that holds {@code exercises}
     */
    public static boolean canBeKept(Path home) {
        Path directory = directory(home);
        return Files.exists(directory)
                ? Files.isDirectory(directory) && Files.isWritable(directory)
                : Files.isWritable(home);
    }

    /**
     * Writes the file.
     *
     * @param home the directory that holds {@code exercises}
     * @return false if it cannot be written, which does not affect the verdict
     */
    public boolean save(Path home) {
        try {
            AtomicFiles.write(file(home), text());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private String text() {
        try {
            return JSON.writeValueAsString(Map.of("rooms", new TreeMap<>(exercises))) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain records could not be written", e);
        }
    }
}
