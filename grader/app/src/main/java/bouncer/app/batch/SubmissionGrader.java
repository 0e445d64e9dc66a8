package bouncer.app.batch;

import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.ExerciseGrading;
import bouncer.app.grading.GradingService;
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
import java.util.SortedMap;
import java.util.TreeMap;

/** Judges the rooms of one submission after another, check by check, each when it is its turn. Thread-safe. */
final class SubmissionGrader implements Grader {
    private final GradingService house;
    private final List<Exercise> rooms;
    private final VerdictCache docket;
    private final MachineLock turns = new MachineLock();

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
        for (Exercise room : rooms) {
            Sources sources = Intake.find(submission, room);
            if (sources instanceof Sources.Absent) {
                reports.add(without(room, CheckOutcome.SKIPPED, List.of(), Sources.Absent.note(room)));
            } else if (sources instanceof Sources.Found found) {
                String key = Fingerprint.ofExercise(room, found);
                reports.add(docket.of(key, house.origin(), () -> judge(room, submission)));
                files.putAll(found.files());
            } else {
                reports.add(judge(room, submission));
            }
        }
        return house.report(user, reports, files);
    }

    private ExerciseReport judge(Exercise room, Path submission) throws IOException, InterruptedException {
        try (ExerciseGrading grading = prepare(room, submission)) {
            judge(grading);
            return grading.report();
        }
    }

    private ExerciseGrading prepare(Exercise room, Path submission) throws IOException, InterruptedException {
        try (MachineLock.Turn turn = turns.begin(Phase.COMPILE)) {
            return house.grading(room, submission);
        }
    }

    /** Checks of one kind that stand together take one turn, so that the machine changes hands seldom. */
    private void judge(ExerciseGrading grading) throws InterruptedException {
        List<CheckSpec> specs = grading.specs();
        for (int i = 0; i < specs.size(); ) {
            boolean alone = MachineLock.isAlone(specs.get(i).phase());
            try (MachineLock.Turn turn = turns.begin(specs.get(i).phase())) {
                do {
                    grading.judge(specs.get(i++));
                } while (alone
                        && i < specs.size()
                        && MachineLock.isAlone(specs.get(i).phase()));
            }
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
        return Judge.report(room.slug(), room.title(), "", outcome != CheckOutcome.SKIPPED, checks);
    }

    private static CheckResult result(String id, CheckOutcome outcome, List<Finding> findings, String note) {
        return new CheckResult(id, outcome, findings, note, new CheckCoverage.None(), 0);
    }
}
