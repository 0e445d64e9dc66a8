package bouncer.app.author;

import bouncer.app.catalogue.TomlFile;
import bouncer.app.verdict.CheckReport;
import bouncer.checks.Fault;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.Phase;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The reason for which a mistaken solution must be rejected, from its {@code expected.toml}. Immutable.
 *
 * @param faults the faults as which the mistake may be reported
 * @param checks the checks that may find it: a phase such as {@code explore}, or a method of the exercise's checks
 *     such as {@code #noIncrementIsLost}
 * @param note a description of the mistake
 */
public record Expectation(
        @JsonProperty(value = "fault", required = true) List<Fault> faults,
        @JsonProperty(value = "check", required = true) List<String> checks,
        @JsonProperty(required = true) String note) {
    public Expectation {
        faults = List.copyOf(faults);
        checks = List.copyOf(checks);
        note = note.strip();
        if (faults.isEmpty() || checks.isEmpty() || note.isEmpty()) {
            throw new IllegalArgumentException("needs fault = [\"…\"], check = [\"…\"] and note = \"…\"");
        }
        for (String check : checks) {
            if (!check.startsWith("#")
                    && Stream.of(Phase.values()).noneMatch(phase -> phase.id().equals(check))) {
                throw new IllegalArgumentException("\"" + check + "\" is neither a kind of check nor a #method");
            }
        }
    }

    /**
     * Reads an {@code expected.toml}.
     *
     * @throws IOException if the file cannot be read, is not TOML, lacks a key, has an unknown one, or names an unknown
     *     fault or phase; the message says which
     */
    public static Expectation read(Path file) throws IOException {
        return TomlFile.read(file, Expectation.class);
    }

    /** Returns true if the check of this phase and id may find the mistake. */
    public boolean names(Phase phase, String id) {
        return checks.stream()
                .anyMatch(check -> check.equals(phase.id()) || id.endsWith(check) || id.contains(check + "["));
    }

    /** Returns true if this check may find the mistake and failed with one of the faults. */
    public boolean isMetBy(CheckReport report) {
        return report.result().outcome() == CheckOutcome.FAILED
                && names(report.phase(), report.result().id())
                && report.result().findings().stream().anyMatch(finding -> faults.contains(finding.fault()));
    }
}
