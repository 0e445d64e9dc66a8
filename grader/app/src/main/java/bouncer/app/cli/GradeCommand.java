package bouncer.app.cli;

import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.GradingService;
import bouncer.app.grading.SubmissionGrading;
import bouncer.app.log.HarnessLog;
import bouncer.app.report.Board;
import bouncer.app.report.HtmlReport;
import bouncer.app.submission.Intake;
import bouncer.app.verdict.Report;
import bouncer.app.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bouncer grade}: judges one submission. */
@Command(name = "grade", description = "Judges a submission.", mixinStandardHelpOptions = true)
final class GradeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SUBMISSION", description = "a directory with the exercises' files")
    private Path submission = Path.of(".");

    @Option(
            names = "--exercise",
            paramLabel = "SLUG",
            description = "only this exercise; may be repeated "
                    + "(default: all; an exercise without files counts as not started, with 0 points)")
    private List<String> exercises = new ArrayList<>();

    @Option(names = "--json", paramLabel = "FILE", description = "write the JSON report; - prints only it")
    private @Nullable String json;

    @Option(names = "--html", paramLabel = "FILE", description = "write an HTML page that contains the sources")
    private @Nullable Path html;

    @Option(
            names = "--report",
            paramLabel = "FORMAT=FILE",
            description = "write a report for another system; may be repeated; - is standard output. Formats: "
                    + "json, classroom, classroom50, gradescope, autolab, prairielearn, codio, junit, sarif, summary, "
                    + "annotations, csv, markdown, html")
    private List<String> reports = new ArrayList<>();

    @Mixin
    private GradingOptions gradingOptions = new GradingOptions();

    @Option(
            names = "--show-hidden",
            description = "show the full results of the --hidden checks: for you, not for reports that students see")
    private boolean showHidden;

    @Option(names = "--timings", description = "print the time for each exercise on standard error")
    private boolean timings;

    @Mixin
    private DebugOptions debug = new DebugOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (debug.areGiven()) {
            if (exercises.size() != 1) {
                throw new UsageProblem("--debug needs one --exercise: each exercise runs in a separate process");
            }
            gradingOptions.plain();
            debug.apply("the checks run");
        }
        if (showHidden) {
            gradingOptions.showHidden();
        }
        ReportTargets targets;
        try {
            targets = ReportTargets.parse(reports, json);
        } catch (IllegalArgumentException e) {
            System.err.println("bouncer: " + e.getMessage());
            return ExitCode.USAGE;
        }
        try (GradingService service = gradingOptions.open()) {
            return grade(service, targets);
        }
    }

    private int grade(GradingService service, ReportTargets targets) throws IOException, InterruptedException {
        if (!Files.isDirectory(submission)) {
            System.err.println("bouncer: " + submission + " is not a directory");
            return ExitCode.USAGE;
        }
        String unknown = ExercisesDirectory.unknown(service, exercises);
        if (unknown != null) {
            System.err.println("bouncer: " + unknown);
            return ExitCode.USAGE;
        }
        List<Exercise> chosen = ExercisesDirectory.chosen(service, exercises);
        List<SubmissionGrading.Graded> graded = grade(service, chosen);
        SortedMap<String, String> files = new TreeMap<>();
        graded.forEach(exercise -> files.putAll(exercise.files()));
        Path name = submission.toAbsolutePath().normalize().getFileName();
        Report report = service.report(
                name == null ? "/" : name.toString(),
                graded.stream().map(SubmissionGrading.Graded::report).toList(),
                files);
        printBoard(report, targets);
        HarnessLog log = HarnessLog.of(service.catalog().directory());
        ReportTargets.Problems problems = targets.write(report, log);
        Path page = html;
        if (page != null) {
            problems.collect(log, page.toString(), () -> {
                ReportTargets.writeFile(page, HtmlReport.write(report, files));
            });
        }
        problems.files().forEach(problem -> System.err.println("bouncer: " + problem));
        problems.harness().forEach(problem -> System.err.println("bouncer: " + problem));
        if (timings) {
            graded.forEach(exercise -> System.err.println(
                    "bouncer: " + exercise.exercise().slug() + " took " + exercise.millis() + " ms"));
        }
        if (report.count(Verdict.ERROR) > 0 || !problems.harness().isEmpty()) {
            return ExitCode.HARNESS;
        }
        if (!problems.files().isEmpty()) {
            return ExitCode.USAGE;
        }
        return report.count(Verdict.ACCEPTED) == report.exercises().size() ? ExitCode.ACCEPTED : ExitCode.REJECTED;
    }

    private List<SubmissionGrading.Graded> grade(GradingService service, List<Exercise> chosen)
            throws IOException, InterruptedException {
        List<SubmissionGrading.Task> tasks = new ArrayList<>();
        for (Exercise exercise : chosen) {
            tasks.add(new SubmissionGrading.Task(
                    exercise,
                    Intake.find(submission, exercise),
                    service.catalog().checks(exercise)));
        }
        try (SubmissionGrading grading = SubmissionGrading.start(service, tasks)) {
            return grading.await();
        }
    }

    /**
     * Prints the board. It comes before the reports, so that a report that cannot be written does not hide the
     * verdicts.
     */
    private void printBoard(Report report, ReportTargets targets) {
        String board = Board.write(report, "./bouncer grade " + submission + " --exercise SLUG");
        if (!targets.takesStandardOutput()) {
            System.out.print(board);
        } else if (json == null) {
            System.err.print(board);
        }
    }
}
