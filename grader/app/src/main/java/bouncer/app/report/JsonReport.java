package bouncer.app.report;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Origin;
import bouncer.app.verdict.Report;
import bouncer.app.verdict.Seeds;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Our own report, schema {@code bouncer/report/v1}: the truth that every other writer converts. {@link JsonReader} reads
 * it back. Stateless.
 */
public final class JsonReport {
    /** What the member {@code schema} says. */
    public static final String SCHEMA = "bouncer/report/v1";

    private static final JsonMapper JSON = FindingJson.mapper()
            .rebuild()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private JsonReport() {}

    /** Writes the report as indented JSON, ending in a line feed. */
    public static String write(Report report) {
        return print(tree(report));
    }

    /** The report as a tree, for those who add something of their own to it. */
    public static ObjectNode tree(Report report) {
        Origin origin = report.origin();
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", SCHEMA);
        root.put("bouncer", origin.bouncer());
        root.put("jdk", origin.jdk());
        root.put("cpus", origin.cpus());
        root.put("isolation", origin.isolation());
        root.putObject("submission").put("name", report.name()).put("sha256", report.sha256());
        root.put("score", report.score());
        root.put("maxScore", report.maxScore());
        ArrayNode exercises = root.putArray("exercises");
        report.exercises().forEach(exercise -> write(exercises.addObject(), exercise));
        return root;
    }

    /** Writes a tree as indented JSON, ending in a line feed. */
    public static String print(ObjectNode root) {
        try {
            return JSON.writeValueAsString(root).replace(System.lineSeparator(), "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values could not be written", e);
        }
    }

    private static void write(ObjectNode node, ExerciseReport exercise) {
        node.put("slug", exercise.slug());
        node.put("title", exercise.title());
        node.put("sourceRoot", exercise.sourceRoot());
        node.put("verdict", exercise.verdict().name());
        node.put("score", exercise.score());
        node.put("maxScore", exercise.maxScore());
        ArrayNode checks = node.putArray("checks");
        exercise.checks().forEach(check -> write(checks.addObject(), check));
    }

    private static void write(ObjectNode node, CheckReport check) {
        node.put("id", check.result().id());
        node.put("kind", check.phase().id());
        node.put("title", check.title());
        node.put("outcome", check.result().outcome().name());
        node.put("score", check.score());
        node.put("maxScore", check.maxScore());
        node.put("durationMillis", check.result().millis());
        node.put("seed", Seeds.of(check.result().id()));
        if (!check.result().note().isEmpty()) {
            node.put("note", check.result().note());
        }
        if (!check.result().output().isEmpty()) {
            node.put("output", check.result().output());
        }
        node.set("coverage", JSON.valueToTree(check.result().coverage()));
        ArrayNode findings = node.putArray("findings");
        check.result().findings().forEach(finding -> findings.add(JSON.<ObjectNode>valueToTree(finding)));
    }
}
