package bouncer.app.report;

import bouncer.app.diagnosis.FaultExplanation;
import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.Diagnosis;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import bouncer.checks.Fault;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import bouncer.checks.result.Step;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * SARIF 2.1.0: a result for each finding, whose schedule is a code flow with a thread flow for each thread. Stateless.
 */
final class Sarif {
    private static final String INFORMATION = "urn:bouncer:report:v1";
    private static final int MESSAGE = 1000;
    private static final int STEPS = 500;

    private Sarif() {}

    static String write(Report report) {
        ObjectNode root = Json.object();
        root.put("version", "2.1.0");
        root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Bouncer").put("version", report.origin().bouncer()).put("informationUri", INFORMATION);
        run.put("columnKind", "utf16CodeUnits");
        ObjectNode properties = run.putObject("properties");
        properties.put("score", report.score()).put("maxScore", report.maxScore());
        ArrayNode results = run.putArray("results");
        TreeSet<Fault> rules = new TreeSet<>(Comparator.comparing(Fault::id));
        for (ExerciseReport exercise : report.exercises()) {
            for (CheckReport check : exercise.checks()) {
                for (Finding finding : check.result().findings()) {
                    Fault fault = exercise.isRootCause(check, finding)
                            ? exercise.diagnosis().map(Diagnosis::fault).orElse(finding.fault())
                            : finding.fault();
                    rules.add(fault);
                    write(results.addObject(), exercise, check, finding, fault);
                }
            }
        }
        ArrayNode list = driver.putArray("rules");
        for (Fault fault : rules) {
            FaultExplanation explanation = FaultExplanation.of(fault);
            ObjectNode rule = list.addObject().put("id", fault.id());
            rule.putObject("shortDescription").put("text", explanation.title());
            rule.putObject("fullDescription").put("text", explanation.what());
            rule.putObject("help").put("text", explanation.why() + " See " + explanation.see() + ".");
        }
        return Json.indented(root);
    }

    private static void write(
            ObjectNode result, ExerciseReport exercise, CheckReport check, Finding finding, Fault fault) {
        Optional<Diagnosis> root = exercise.diagnosis().filter(found -> exercise.isRootCause(check, finding));
        result.put("ruleId", fault.id());
        result.put("level", "error");
        String text = Sanitizer.line(check.title(), 200) + ": " + Sanitizer.line(finding.message(), MESSAGE)
                + root.map(found -> " " + Sanitizer.line(found.yourCode(), MESSAGE))
                        .orElse("");
        result.putObject("message").put("text", text.strip());
        Location at = root.map(Diagnosis::location).orElse(finding.location());
        // Code scanning requires a location, so a result without one is shown at the exercise's directory.
        String directory = exercise.sourceRoot().isEmpty() ? exercise.slug() : exercise.sourceRoot();
        locate(
                result.putArray("locations").addObject(),
                at == null || at.file().isBlank() ? directory : exercise.pathOf(at),
                at == null ? 0 : at.line());
        result.putObject("partialFingerprints").put("bouncer/v1", check.result().id() + ":" + fault.id());
        if (!finding.schedule().isEmpty()) {
            flow(result.putArray("codeFlows").addObject(), exercise, finding);
        }
    }

    private static void flow(ObjectNode codeFlow, ExerciseReport exercise, Finding finding) {
        ArrayNode flows = codeFlow.putArray("threadFlows");
        Map<String, ArrayNode> threads = new LinkedHashMap<>();
        int order = 0;
        for (Step step :
                finding.schedule().subList(0, Math.min(STEPS, finding.schedule().size()))) {
            ArrayNode thread = threads.computeIfAbsent(
                    step.thread(),
                    name -> flows.addObject()
                            .put("id", Sanitizer.line(name, 100))
                            .putArray("locations"));
            ObjectNode place = thread.addObject();
            place.put("executionOrder", ++order);
            ObjectNode location = place.putObject("location");
            if (!step.file().isBlank()) {
                locate(location, exercise.pathOf(new Location(step.file(), step.line())), step.line());
            }
            String what = Sanitizer.line(step.what(), 200);
            if (!what.isEmpty()) {
                location.putObject("message").put("text", what);
            }
        }
    }

    private static void locate(ObjectNode location, String path, int line) {
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(path)).put("uriBaseId", "%SRCROOT%");
        if (line > 0) {
            physical.putObject("region").put("startLine", line);
        }
    }

    private static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "/._-$".indexOf(c) >= 0);
            uri.append(plain ? String.valueOf(c) : String.format("%%%02X", b & 0xFF));
        }
        return uri.toString();
    }
}
