package bouncer.app.report;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Origin;
import bouncer.app.verdict.Report;
import bouncer.app.verdict.Verdict;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Phase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what {@link JsonReport} wrote, so that shards can be joined and pages made without grading again. Stateless. */
public final class JsonReader {
    private static final JsonMapper JSON = FindingJson.mapper();

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
     * Reads a report from a tree; whatever else the tree holds is left alone.
     *
     * @throws IllegalArgumentException if the tree is no report of this schema
     */
    public static Report read(JsonNode root) {
        if (!root.path("schema").asText().equals(JsonReport.SCHEMA)) {
            throw new IllegalArgumentException("Not a report of the schema " + JsonReport.SCHEMA);
        }
        Origin origin = new Origin(
                root.path("bouncer").asText(),
                root.path("jdk").asText(),
                root.path("cpus").asInt(),
                root.path("isolation").asText("unknown"));
        List<ExerciseReport> exercises = new ArrayList<>();
        for (JsonNode exercise : root.path("exercises")) {
            exercises.add(exercise(exercise));
        }
        JsonNode submission = root.path("submission");
        return new Report(
                submission.path("name").asText(), submission.path("sha256").asText(), origin, exercises);
    }

    /** The first exercise of a report in a file; empty when there is no file, or none of this schema that can be read. */
    public static Optional<ExerciseReport> firstOf(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? read(Files.readString(file)).exercises().stream().findFirst()
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            // Written by another version, or cut off: whoever keeps reports in files can have them made again.
            return Optional.empty();
        }
    }

    private static ExerciseReport exercise(JsonNode node) {
        List<CheckReport> checks = new ArrayList<>();
        for (JsonNode check : node.path("checks")) {
            checks.add(check(check));
        }
        String slug = node.path("slug").asText();
        return new ExerciseReport(
                slug,
                node.path("title").asText(slug),
                node.path("sourceRoot").asText(),
                Verdict.valueOf(node.path("verdict").asText()),
                checks);
    }

    private static CheckReport check(JsonNode node) {
        List<Finding> findings = new ArrayList<>();
        for (JsonNode finding : node.path("findings")) {
            findings.add(convert(finding, Finding.class));
        }
        CheckResult result = new CheckResult(
                node.path("id").asText(),
                CheckOutcome.valueOf(node.path("outcome").asText()),
                findings,
                node.path("note").asText(),
                convert(node.path("coverage"), CheckCoverage.class),
                node.path("durationMillis").asLong(),
                node.path("output").asText());
        return new CheckReport(
                Phase.of(node.path("kind").asText()),
                node.path("title").asText(),
                result,
                node.path("score").asInt(),
                node.path("maxScore").asInt());
    }

    private static <T> T convert(JsonNode node, Class<T> type) {
        try {
            return JSON.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not understood: " + e.getOriginalMessage(), e);
        }
    }
}
