package bouncer.app.report;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import bouncer.checks.finding.Coverage;
import bouncer.checks.finding.Finding;
import bouncer.checks.finding.Location;
import bouncer.checks.finding.Step;
import bouncer.checks.finding.Waiter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Our own report, schema {@code bouncer/report/v1}: the truth that every other writer converts. Stateless. */
public final class JsonReport {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonReport() {}

    /** Writes the report as indented JSON, ending in a line feed. */
    public static String write(Report report) {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", "bouncer/report/v1");
        root.put("bouncer", Version.CURRENT);
        root.put("jdk", Runtime.version().toString());
        root.put("cpus", Runtime.getRuntime().availableProcessors());
        root.putObject("submission").put("name", report.name()).put("sha256", report.sha256());
        root.put("score", report.score());
        root.put("maxScore", report.maxScore());
        ArrayNode exercises = root.putArray("exercises");
        report.exercises().forEach(exercise -> write(exercises.addObject(), exercise));
        try {
            return JSON.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values could not be written", e);
        }
    }

    private static void write(ObjectNode node, ExerciseReport exercise) {
        node.put("slug", exercise.slug());
        node.put("verdict", exercise.verdict().name());
        node.put("score", exercise.score());
        node.put("maxScore", exercise.maxScore());
        ArrayNode checks = node.putArray("checks");
        exercise.checks().forEach(check -> write(checks.addObject(), check));
    }

    private static void write(ObjectNode node, CheckReport check) {
        node.put("id", check.result().id());
        node.put("kind", check.kind());
        node.put("title", check.title());
        node.put("outcome", check.result().outcome().name());
        node.put("score", check.score());
        node.put("maxScore", check.maxScore());
        node.put("durationMillis", check.result().millis());
        if (!check.result().note().isEmpty()) {
            node.put("note", check.result().note());
        }
        write(node.putObject("coverage"), check.result().coverage());
        ArrayNode findings = node.putArray("findings");
        check.result().findings().forEach(finding -> write(findings.addObject(), finding));
    }

    private static void write(ObjectNode node, Coverage coverage) {
        if (coverage instanceof Coverage.Explored explored) {
            node.put("executions", explored.executions()).put("complete", explored.complete());
        } else if (coverage instanceof Coverage.Stressed stressed) {
            node.put("rounds", stressed.rounds()).put("threads", stressed.threads());
        } else if (coverage instanceof Coverage.Timed timed) {
            node.put("ratio", timed.ratio()).put("floor", timed.floor()).put("pairs", timed.pairs());
        }
    }

    private static void write(ObjectNode node, Finding finding) {
        node.put("fault", finding.fault().id());
        node.put("message", finding.message());
        Location location = finding.location();
        if (location != null) {
            node.putObject("location").put("file", location.file()).put("line", location.line());
        }
        if (finding instanceof Finding.WrongResult wrong) {
            ArrayNode schedule = node.putArray("schedule");
            for (Step step : wrong.schedule()) {
                schedule.addObject()
                        .put("thread", step.thread())
                        .put("file", step.file())
                        .put("line", step.line())
                        .put("what", step.what());
            }
            if (wrong.replay() != null) {
                node.put("replay", wrong.replay());
            }
        } else if (finding instanceof Finding.Deadlock deadlock) {
            deadlock.cycle().forEach(waiter -> write(node.withArray("waiting").addObject(), waiter));
        } else if (finding instanceof Finding.Stuck stuck) {
            stuck.waiters().forEach(waiter -> write(node.withArray("waiting").addObject(), waiter));
        } else if (finding instanceof Finding.TooSlow slow) {
            node.put("ratio", slow.ratio()).put("floor", slow.floor()).put("pairs", slow.pairs());
        } else if (finding instanceof Finding.ForbiddenApi forbidden) {
            node.put("member", forbidden.member());
        }
    }

    private static void write(ObjectNode node, Waiter waiter) {
        node.put("thread", waiter.thread()).put("waitsFor", waiter.waitsFor());
        if (waiter.heldBy() != null) {
            node.put("heldBy", waiter.heldBy());
        }
        Location at = waiter.at();
        if (at != null) {
            node.put("file", at.file()).put("line", at.line());
        }
    }
}
