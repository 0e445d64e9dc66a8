package bouncer.app.batch;

import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.Exercise;
import bouncer.app.diagnosis.Diagnostician;
import bouncer.app.grading.ExerciseGrading;
import bouncer.app.grading.GradingService;
import bouncer.app.grading.JudgingObserver;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Judges the exercises of a submission one after another. Thread-safe: several submissions are judged at once. */
final class SubmissionGrader implements Grader {
    private final GradingService service;
    private final List<Exercise> exercises;
    private final VerdictCache cache;

    SubmissionGrader(GradingService service, List<Exercise> exercises, VerdictCache cache) {
        this.service = service;
        this.exercises = List.copyOf(exercises);
        this.cache = cache;
    }

    @Override
    public Report grade(String user, Map<Exercise, Sources> submission) throws IOException, InterruptedException {
        // Start the workers even if every verdict is cached: the report names their isolation.
        service.warmUp();
        List<ExerciseReport> reports = new ArrayList<>();
        SortedMap<String, String> files = new TreeMap<>();
        for (Map.Entry<Exercise, Sources> each : submission.entrySet()) {
            Exercise exercise = each.getKey();
            Sources sources = each.getValue();
            if (sources instanceof Sources.Found found) {
                String key = Fingerprint.ofExercise(exercise, found);
                reports.add(cache.of(key, service.origin(), () -> judge(exercise, found)));
                files.putAll(found.files());
            } else {
                reports.add(judge(exercise, sources));
            }
        }
        return service.report(user, reports, files);
    }

    private ExerciseReport judge(Exercise exercise, Sources sources) throws IOException, InterruptedException {
        try (ExerciseGrading grading = service.grading(exercise, sources)) {
            return grading.judge(JudgingObserver.NONE);
        }
    }

    @Override
    public Report refused(String user, String why) throws IOException, InterruptedException {
        service.warmUp();
        Finding finding = new Finding.Unusable(Fault.BAD_SOURCE, why, null);
        return service.report(
                user,
                exercises.stream()
                        .map(exercise -> without(exercise, CheckOutcome.FAILED, List.of(finding), ""))
                        .toList(),
                new TreeMap<>());
    }

    @Override
    public Report failed(String user, String why) {
        return service.report(
                user,
                exercises.stream()
                        .map(exercise -> without(exercise, CheckOutcome.ERROR, List.of(), why))
                        .toList(),
                new TreeMap<>());
    }

    /**
     * Returns the report of an exercise of which no check was run. Its points count, so that all students have the same
     * maximum.
     */
    private ExerciseReport without(Exercise exercise, CheckOutcome outcome, List<Finding> findings, String note) {
        List<CheckReport> checks = new ArrayList<>();
        if (outcome != CheckOutcome.SKIPPED) {
            checks.add(Judge.score(
                    Phase.COMPILE, "the submission can be read", 0, result("compile", outcome, findings, note)));
        }
        for (CheckSpec spec : service.catalog().checks(exercise)) {
            CheckResult skipped = result(spec.id(), CheckOutcome.SKIPPED, List.of(), note);
            checks.add(Judge.score(spec.phase(), spec.title(), spec.points(), skipped));
        }
        ExerciseReport report =
                Judge.report(exercise.slug(), exercise.title(), "", outcome != CheckOutcome.SKIPPED, checks);
        return Diagnostician.diagnose(report, exercise, service.catalog().checks(exercise), Map.of(), List.of());
    }

    private static CheckResult result(String id, CheckOutcome outcome, List<Finding> findings, String note) {
        return new CheckResult(id, outcome, findings, note, new CheckCoverage.None(), 0);
    }
}
