package bouncer.app.report;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.Diagnosis;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Origin;
import bouncer.app.verdict.Report;
import bouncer.app.verdict.Seeds;
import bouncer.app.verdict.Verdict;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Phase;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bouncer's own JSON report, schema {@code bouncer/report/v1}. The records below are the members of the document, in
 * their order; {@link JsonReader} reads the document. Stateless.
 */
public final class JsonReport {
    /** The value of the member {@code schema}. */
    public static final String SCHEMA = "bouncer/report/v1";

    private static final JsonMapper JSON = FindingJson.mapper();

    private JsonReport() {}

    /** Writes the report as indented JSON, ending in a line feed. */
    public static String write(Report report) {
        return print(tree(report));
    }

    /** Returns the report as a tree, to which other members can be added. */
    public static ObjectNode tree(Report report) {
        return JSON.valueToTree(Document.of(report));
    }

    /** Writes a tree as indented JSON that can be written in UTF-8, ending in a line feed. */
    public static String print(ObjectNode root) {
        return Sanitizer.wellFormed(Json.indented(root));
    }

    record Document(
            String schema,
            String bouncer,
            String jdk,
            int cpus,
            @Nullable String isolation,
            Submission submission,
            int score,
            int maxScore,
            List<Exercise> exercises) {
        static Document of(Report report) {
            Origin origin = report.origin();
            return new Document(
                    SCHEMA,
                    origin.bouncer(),
                    origin.jdk(),
                    origin.cpus(),
                    origin.isolation(),
                    new Submission(report.name(), report.sha256()),
                    report.score(),
                    report.maxScore(),
                    report.exercises().stream().map(Exercise::of).toList());
        }

        static Report report(JsonNode tree) throws JsonProcessingException {
            Document read = JSON.treeToValue(tree, Document.class);
            String isolation = Objects.requireNonNullElse(read.isolation, "unknown");
            return new Report(
                    read.submission.name,
                    read.submission.sha256,
                    new Origin(read.bouncer, read.jdk, read.cpus, isolation),
                    read.exercises.stream().map(Exercise::report).toList());
        }
    }

    record Submission(String name, String sha256) {}

    record Exercise(
            String slug,
            @Nullable String title,
            String sourceRoot,
            Verdict verdict,
            int score,
            int maxScore,
            @Nullable ObjectNode diagnosis,
            List<Check> checks) {
        static Exercise of(ExerciseReport exercise) {
            return new Exercise(
                    exercise.slug(),
                    exercise.title(),
                    exercise.sourceRoot(),
                    exercise.verdict(),
                    exercise.score(),
                    exercise.maxScore(),
                    exercise.diagnosis()
                            .map(found -> diagnosis(exercise, found))
                            .orElse(null),
                    exercise.checks().stream().map(Check::of).toList());
        }

        /** Writes a diagnosis; its finding is one of its check's, so only the index is written. */
        private static ObjectNode diagnosis(ExerciseReport exercise, Diagnosis diagnosis) {
            ObjectNode node = JSON.valueToTree(diagnosis);
            exercise.checks().stream()
                    .filter(check -> check.result().id().equals(diagnosis.check()))
                    .mapToInt(check -> check.result().findings().indexOf(diagnosis.finding()))
                    .filter(index -> index >= 0)
                    .findFirst()
                    .ifPresent(index -> node.put("finding", index));
            return node;
        }

        ExerciseReport report() {
            List<CheckReport> read = checks.stream().map(Check::report).toList();
            String name = Objects.requireNonNullElse(title, slug);
            return new ExerciseReport(
                    slug,
                    name,
                    sourceRoot,
                    verdict,
                    read,
                    Optional.ofNullable(diagnosis).map(node -> diagnosis(node, read)));
        }

        private static Diagnosis diagnosis(ObjectNode node, List<CheckReport> checks) {
            Finding finding = checks.stream()
                    .filter(check ->
                            check.result().id().equals(node.path("check").asText()))
                    .map(check ->
                            check.result().findings().get(node.path("finding").asInt()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("A diagnosis of no check: " + node));
            ObjectNode whole = node.deepCopy().set("finding", JSON.valueToTree(finding));
            return JSON.convertValue(whole, Diagnosis.class);
        }
    }

    record Check(
            String id,
            Phase kind,
            String title,
            CheckOutcome outcome,
            int score,
            int maxScore,
            long durationMillis,
            long seed,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            String note,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            String output,

            CheckCoverage coverage,
            List<Finding> findings) {
        static Check of(CheckReport check) {
            CheckResult result = check.result();
            return new Check(
                    result.id(),
                    check.phase(),
                    check.title(),
                    result.outcome(),
                    check.score(),
                    check.maxScore(),
                    result.millis(),
                    Seeds.of(result.id()),
                    result.note(),
                    result.output(),
                    result.coverage(),
                    result.findings());
        }

        CheckReport report() {
            CheckResult result = new CheckResult(
                    id,
                    outcome,
                    findings,
                    Objects.requireNonNullElse(note, ""),
                    coverage,
                    durationMillis,
                    Objects.requireNonNullElse(output, ""));
            return new CheckReport(kind, title, result, score, maxScore);
        }
    }
}
