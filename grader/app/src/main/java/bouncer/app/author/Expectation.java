package bouncer.app.author;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.Phase;
import bouncer.checks.finding.CheckOutcome;
import bouncer.checks.finding.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why a mistaken solution must be rejected, as its {@code expected.toml} says. Immutable.
 *
 * @param faults the names under which the mistake may be reported
 * @param checks which checks may find it: a kind such as {@code explore}, or a method of the room's checks such as
 *     {@code #noIncrementIsLost}
 * @param note what the student did
 */
public record Expectation(List<Fault> faults, List<String> checks, String note) {
    public Expectation {
        faults = List.copyOf(faults);
        checks = List.copyOf(checks);
    }

    /**
     * Reads an {@code expected.toml}.
     *
     * @throws IOException if it is not there, is not TOML, lacks a field or names what does not exist; the message says
     *     which
     */
    public static Expectation read(Path file) throws IOException {
        JsonNode root = new TomlMapper().readTree(file.toFile());
        List<Fault> faults = new ArrayList<>();
        for (String name : texts(root.path("fault"))) {
            try {
                faults.add(Fault.of(name));
            } catch (IllegalArgumentException e) {
                throw new IOException(file + ": no fault is called \"" + name + "\"", e);
            }
        }
        List<String> checks = texts(root.path("check"));
        String note = root.path("note").asText("").strip();
        if (faults.isEmpty() || checks.isEmpty() || note.isEmpty()) {
            throw new IOException(file + ": needs fault = [\"…\"], check = [\"…\"] and note = \"…\"");
        }
        for (String check : checks) {
            if (Stream.of(Phase.values()).noneMatch(phase -> phase.is(check)) && !check.startsWith("#")) {
                throw new IOException(file + ": \"" + check + "\" is neither a kind of check nor a #method");
            }
        }
        return new Expectation(faults, checks, note);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(entry -> texts.add(entry.asText()));
        return texts;
    }

    /** Whether a check of this kind and id is one that may find the mistake. */
    public boolean names(String kind, String id) {
        return checks.stream().anyMatch(check -> check.equals(kind) || id.endsWith(check) || id.contains(check + "["));
    }

    /** Whether this check failed, and for a reason that was named. */
    public boolean isMetBy(CheckReport report) {
        return report.result().outcome() == CheckOutcome.FAILED
                && names(report.kind(), report.result().id())
                && report.result().findings().stream().anyMatch(finding -> faults.contains(finding.fault()));
    }
}
