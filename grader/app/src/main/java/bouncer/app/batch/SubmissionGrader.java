package bouncer.app.batch;

import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.Exercise;
import bouncer.app.diagnosis.Diagnostician;
import bouncer.app.grading.ExerciseGrading;
import bouncer.app.grading.GradingService;
import bouncer.app.grading.JudgingObserver;
import bouncer.app.submission.Intake;
import bouncer.app.submission.Sources;
import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Judge;
import bouncer.app.verdict.Report;
import bouncer.checks.Fault;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Judges the exercises of a submission one after another. Thread-safe: several submissions are judged at once. */
final class SubmissionGrader implements Grader {
    private final GradingService house;
    private final List<Exercise> rooms;
    private final VerdictCache docket;

    SubmissionGrader(GradingService house, List<Exercise> rooms, VerdictCache docket) {
        this.house = house;
        this.rooms = List.copyOf(rooms);
        this.docket = docket;
    }

    @Override
    public Report grade(String user, Path submission) throws IOException, InterruptedException {
        // What is known already is not judged, and its report names the isolation all the same.
        house.warmUp();
        List<ExerciseReport> reports = new ArrayList<>();
        SortedMap<String, String> files = new TreeMap<>();
        for (Exercise exercise : rooms) {
            Sources sources = Intake.find(submission, exercise);
            if (sources instanceof Sources.Found found) {
                String key = Fingerprint.ofExercise(exercise, found);
                reports.add(docket.of(key, house.origin(), () -> judge(exercise, found)));
                files.putAll(found.files());
            } else {
                reports.add(judge(exercise, sources));
            }
        }
        return house.report(user, reports, files);
    }

    private ExerciseReport judge(Exercise exercise, Sources sources) throws IOException, InterruptedException {
        try (ExerciseGrading grading = house.grading(exercise, sources)) {
            return grading.judge(JudgingObserver.NONE);
        }
    }

    @Override
    public Report refused(String user, String why) throws IOException, InterruptedException {
        house.warmUp();
        Finding finding = new Finding.Unusable(Fault.BAD_SOURCE, why, null);
        return house.report(
                user,
                rooms.stream()
                        .map(room -> without(room, CheckOutcome.FAILED, List.of(finding), ""))
                        .toList(),
                new TreeMap<>());
    }

    @Override
    public Report failed(String user, String why) {
        return house.report(
                user,
                rooms.stream()
                        .map(room -> without(room, CheckOutcome.ERROR, List.of(), why))
                        .toList(),
                new TreeMap<>());
    }

    /** A room of which no check was run; its points count, so that everyone is measured against the same sum. */
    private ExerciseReport without(Exercise room, CheckOutcome outcome, List<Finding> findings, String note) {
        List<CheckReport> checks = new ArrayList<>();
        if (outcome != CheckOutcome.SKIPPED) {
            checks.add(Judge.score(
                    Phase.COMPILE, "the submission can be read", 0, result("compile", outcome, findings, note)));
        }
        for (CheckSpec spec : house.checks(room)) {
            CheckResult skipped = result(spec.id(), CheckOutcome.SKIPPED, List.of(), note);
            checks.add(Judge.score(spec.phase(), spec.title(), spec.points(), skipped));
        }
        ExerciseReport report = Judge.report(room.slug(), room.title(), "", outcome != CheckOutcome.SKIPPED, checks);
        return Diagnostician.diagnose(report, room, house.checks(room), Map.of(), List.of());
    }

    private static CheckResult result(String id, CheckOutcome outcome, List<Finding> findings, String note) {
        return new CheckResult(id, outcome, findings, note, new CheckCoverage.None(), 0);
    }
}
