package bouncer.app.report;

import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads what {@link JsonReport} wrote, so that reports can be joined and rendered without grading again. Stateless. */
public final class JsonReader {
    private static final JsonMapper JSON = new JsonMapper();

    private JsonReader() {}

    /**
     * Reads a report.
     *
     * @throws IllegalArgumentException if the text is no report of this schema
     */
    public static Report read(String text) {
        try {
            return read(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads a report from a tree; other members of the tree are ignored.
     *
     * @throws IllegalArgumentException if the tree is no report of this schema
     */
    public static Report read(JsonNode root) {
        if (!root.path("schema").asText().equals(JsonReport.SCHEMA)) {
            throw new IllegalArgumentException("Not a report of the schema " + JsonReport.SCHEMA);
        }
        try {
            return JsonReport.Document.report(root);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a whole report: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Returns the first exercise of a report file; empty if the file does not exist or is not a report of this schema.
     */
    public static Optional<ExerciseReport> firstOf(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? read(Files.readString(file)).exercises().stream().findFirst()
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            // Written by another version or incomplete: the report can be made again.
            return Optional.empty();
        }
    }
}
