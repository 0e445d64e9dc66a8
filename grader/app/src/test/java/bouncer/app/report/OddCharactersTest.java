package bouncer.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.board.AnsiStyle;
import bouncer.app.board.RunText;
import bouncer.app.diagnosis.Diagnosed;
import bouncer.app.progress.LastRuns;
import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Origin;
import bouncer.app.verdict.Report;
import bouncer.app.verdict.Verdict;
import bouncer.checks.Fault;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import bouncer.checks.result.Phase;
import bouncer.checks.result.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text of a submission can break a report: the text of every writer can be encoded in UTF-8. */
class OddCharactersTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "half an emoji \ud83d",
                "the other half \udc4b",
                "both, the wrong way round \udc4b\ud83d",
                "\u0000 \u0001 \u001b[31m \u007f \u009b",
                "\ufffe \uffff \u202e \u2028 \u2029",
                "]]> </script> <!-- %0A ::error:: {{x}} {{{y}}}",
                "\r \r\n \n\n \t"
            })
    void everyWriterBearsIt(String odd) throws IOException {
        ExerciseReport exercise = exercise(odd);
        assertThat(exercise.diagnosis()).isPresent();
        Report report = new Report(odd, "ab".repeat(32), new Origin("0.1.0", odd, 2, odd), List.of(exercise));
        ReportFormat.Context context = new ReportFormat.Context(Map.of("USERNAME", odd), Instant.EPOCH);
        for (ReportFormat format : ReportFormat.values()) {
            Path file = Files.writeString(directory.resolve(format.id()), format.write(report, context));
            assertThat(file).as(format.id()).isNotEmptyFile();
        }
        Files.writeString(
                directory.resolve("page.html"), HtmlReport.write(report, Map.of("a/B.java", odd), odd, List.of(odd)));
        Files.writeString(directory.resolve("board"), Board.write(report, "./bouncer"));
        Files.writeString(directory.resolve("csv"), Csv.row(List.of(odd)));
        CheckReport check = exercise.checks().get(0);
        Files.writeString(directory.resolve("replay"), ReplayText.write(odd, check.result()));
        new LastRuns(directory)
                .save("01-a", report, RunText.write(exercise, "./bouncer", AnsiStyle.PLAIN), HtmlReport.write(report));
        assertThat(JsonReader.read(Files.readString(directory.resolve("json"))).exercises())
                .hasSize(1);
    }

    private static ExerciseReport exercise(String odd) {
        List<Step> steps = List.of(
                new Step(odd, "a/B.java", 1, odd, Step.Kind.READ, odd, odd, -1, odd, odd),
                new Step("T2", odd, 1, odd, Step.Kind.WRITE, odd, odd, 0, odd, odd));
        Finding finding = new Finding.WrongResult(
                Fault.LOST_UPDATE, odd + ": expected " + odd, new Location("a/B.java", 1), odd, odd + "!", steps, odd);
        CheckResult result = new CheckResult(
                "a.Checks#a", CheckOutcome.FAILED, List.of(finding), odd, new CheckCoverage.None(), 1, odd);
        return Diagnosed.of(new ExerciseReport(
                "01-a", odd, "", Verdict.REJECTED, List.of(new CheckReport(Phase.EXPLORE, odd, result, 0, 5))));
    }
}
