package bouncer.app.report;

import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import java.util.List;

/** The report as comma-separated values, a row an exercise. Stateless. */
final class CsvReport {
    private CsvReport() {}

    static String write(Report report) {
        StringBuilder rows = new StringBuilder(Csv.row(List.of(
                "submission",
                "exercise",
                "verdict",
                "score",
                "maxScore",
                "fault",
                "file",
                "line",
                "message",
                "replay")));
        for (ExerciseReport exercise : report.exercises()) {
            Finding first = exercise.firstFinding().orElse(null);
            Location at = first == null ? null : first.location();
            String replay = first == null ? null : first.replay();
            rows.append(Csv.row(List.of(
                    report.name(),
                    exercise.slug(),
                    exercise.verdict().name(),
                    Integer.toString(exercise.score()),
                    Integer.toString(exercise.maxScore()),
                    first == null ? "" : first.fault().id(),
                    at == null ? "" : exercise.pathOf(at),
                    at == null || at.line() == 0 ? "" : Integer.toString(at.line()),
                    first == null ? "" : first.message(),
                    replay == null ? "" : replay)));
        }
        return rows.toString();
    }
}
