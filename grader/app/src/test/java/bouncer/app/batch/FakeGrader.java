package bouncer.app.batch;

import bouncer.app.catalogue.Catalogue;
import bouncer.app.catalogue.Exercise;
import bouncer.app.report.Samples;
import bouncer.app.submission.Sources;
import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import bouncer.app.verdict.Verdict;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A grader whose reports depend only on the text of the submission. It takes some time, and fails if the text asks for
 * it. Thread-safe.
 */
final class FakeGrader implements Grader {
    static final Path EXERCISES = Path.of("../../exercises");
    static final Exercise EXERCISE = Catalogue.load(EXERCISES).get(0);
    final AtomicInteger graded = new AtomicInteger();
    private final long millis;

    FakeGrader(long millis) {
        this.millis = millis;
    }

    static List<Exercise> exercises() {
        return List.of(EXERCISE);
    }

    /** Returns the exercises of the batch. */
    static List<Exercise> all() {
        return Catalogue.load(EXERCISES);
    }

    /** Writes a submission of the exercise below a directory. */
    static void submit(Path directory, String text) throws IOException {
        Path file = directory.resolve(EXERCISE.files().get(0));
        Files.createDirectories(file.getParent());
        Files.writeString(file, source(text));
    }

    static String source(String text) {
        return "package " + EXERCISE.packages().get(0) + ";\n// " + text + "\n";
    }

    @Override
    public Report grade(String user, Map<Exercise, Sources> submission) throws IOException, InterruptedException {
        graded.incrementAndGet();
        Thread.sleep(millis);
        if (!(submission.get(EXERCISE) instanceof Sources.Found found)) {
            throw new IllegalStateException("Nothing of " + EXERCISE.slug() + " in " + submission);
        }
        String text = found.files().toString();
        if (text.contains("boom")) {
            throw new IllegalStateException("boom");
        }
        Report sample = Samples.report(text.hashCode());
        List<ExerciseReport> honest = sample.exercises().stream()
                .filter(exercise -> exercise.verdict() != Verdict.ERROR)
                .toList();
        return new Report(user, sample.sha256(), sample.origin(), honest);
    }

    @Override
    public Report refused(String user, String why) {
        return said(user, CheckOutcome.FAILED, why);
    }

    @Override
    public Report failed(String user, String why) {
        return said(user, CheckOutcome.ERROR, why);
    }

    private static Report said(String user, CheckOutcome outcome, String why) {
        CheckResult result = new CheckResult("compile", outcome, List.of(), why, new CheckCoverage.None(), 0);
        Verdict verdict = outcome == CheckOutcome.ERROR ? Verdict.ERROR : Verdict.REJECTED;
        ExerciseReport exercise = new ExerciseReport(
                EXERCISE.slug(),
                EXERCISE.title(),
                "",
                verdict,
                List.of(new CheckReport(Phase.COMPILE, "c", result, 0, 15)));
        Report sample = Samples.report(0);
        return new Report(user, sample.sha256(), sample.origin(), List.of(exercise));
    }
}
