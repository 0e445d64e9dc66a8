package bouncer.app.report;

import bouncer.app.verdict.Diagnosis;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import bouncer.checks.result.Location;
import java.util.List;

/** The report as comma-separated values, one row for each exercise. Stateless. */
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
            Diagnosis cause = exercise.diagnosis().orElse(null);
            Location at = cause == null ? null : cause.location();
            String replay = cause == null ? null : cause.finding().replay();
            rows.append(Csv.row(List.of(
                    report.name(),
                    exercise.slug(),
                    exercise.verdict().name(),
                    Integer.toString(exercise.score()),
                    Integer.toString(exercise.maxScore()),
                    cause == null ? "" : cause.fault().id(),
                    at == null ? "" : exercise.pathOf(at),
                    at == null || at.line() == 0 ? "" : Integer.toString(at.line()),
                    cause == null ? "" : cause.message(),
                    replay == null ? "" : replay)));
        }
        return rows.toString();
    }
}
