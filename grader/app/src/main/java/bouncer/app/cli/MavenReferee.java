package bouncer.app.cli;

import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.GradingService;
import bouncer.app.grading.SubmissionGrading;
import bouncer.app.grading.SubmissionGrading.Graded;
import bouncer.app.grading.SubmissionGrading.Task;
import bouncer.app.report.Board;
import bouncer.app.report.HtmlReport;
import bouncer.app.report.JsonReport;
import bouncer.app.report.PartialBoard;
import bouncer.app.submission.Intake;
import bouncer.app.verdict.Report;
import bouncer.checks.junit.Referee;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Judges on behalf of Jupiter. All checks of a run are judged when the run is announced, each exercise in the order of
 * judging, and the result of each check is returned when Jupiter asks for it. At the end the board and the reports are
 * written. An exercise of which the run has only some checks gets no verdict and no report.
 */
public final class MavenReferee implements Referee {
    private static final String AGAIN = "./mvnw test -Dexercise=";
    private final GradingService service;
    private final @Nullable Exercise only;
    private final Set<String> blockersShown = new HashSet<>();
    private final List<SubmissionGrading> runs = new ArrayList<>();
    private String problem = "";
    private boolean problemThrown;

    /** Called by ServiceLoader. */
    public MavenReferee() {
        this(ExercisesDirectory.directory(), System.getProperty("bouncer.exercise", ""));
    }

    /**
     * Creates a referee.
     *
     * @param exercises the directory of the exercises
     * @param only the name of the exercise that the run is limited to; empty for no limit
     */
    MavenReferee(Path exercises, String only) {
        this.service = GradingService.open(exercises);
        Exercise found = null;
        if (!only.isEmpty()) {
            try {
                found = ExerciseChoice.find(service.catalog().exercises(), only);
            } catch (UsageProblem e) {
                problem = "-Dexercise=" + only + ": " + e.getMessage();
            }
        }
        this.only = found;
    }

    @Override
    public boolean leavesOut(String slug) {
        if (!problem.isEmpty()) {
            if (!problemThrown) {
                problemThrown = true;
                throw new IllegalArgumentException(problem);
            }
            return true;
        }
        return only != null && !only.slug().equals(slug);
    }

    @Override
    public void plan(List<CheckMethod> methods) {
        if (!problem.isEmpty()) {
            return;
        }
        Map<Exercise, List<CheckSpec>> wanted = new LinkedHashMap<>();
        for (Exercise exercise : service.catalog().exercises()) {
            methods.stream()
                    .filter(method -> method.slug().equals(exercise.slug()) && !leavesOut(method.slug()))
                    .forEach(method -> wanted.computeIfAbsent(exercise, same -> new ArrayList<>())
                            .addAll(specs(method)));
        }
        wanted.forEach(
                (exercise, specs) -> specs.removeIf(spec -> run(exercise, spec).isPresent()));
        wanted.values().removeIf(List::isEmpty);
        if (!wanted.isEmpty()) {
            start(wanted);
        }
    }

    private void start(Map<Exercise, List<CheckSpec>> wanted) {
        Path home = service.catalog().directory().resolve("..");
        List<Task> tasks = new ArrayList<>();
        wanted.forEach((exercise, specs) -> tasks.add(new Task(exercise, Intake.find(home, exercise), specs)));
        try {
            service.reuseWorkers();
        } catch (IOException e) {
            // The grading of each exercise fails in the same way, and reports it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        runs.add(SubmissionGrading.start(service, tasks));
    }

    @Override
    public List<String> variants(CheckMethod method) {
        return specs(method).stream().map(CheckSpec::id).toList();
    }

    private List<CheckSpec> specs(CheckMethod method) {
        return service.catalog().checks(service.catalog().exercise(method.slug())).stream()
                .filter(spec -> spec.checkClass().equals(method.checkClass())
                        && spec.method().equals(method.name()))
                .toList();
    }

    @Override
    public CheckResult result(String slug, String checkId) {
        try {
            Exercise exercise = service.catalog().exercise(slug);
            CheckSpec spec = service.catalog().checks(exercise).stream()
                    .filter(candidate -> candidate.id().equals(checkId))
                    .findFirst()
                    .orElseThrow();
            if (run(exercise, spec).isEmpty()) {
                start(Map.of(exercise, List.of(spec)));
            }
            SubmissionGrading run = run(exercise, spec).orElseThrow();
            CheckResult result = run.result(exercise, checkId);
            // A problem with the sources is shown once, by the first check that is asked for.
            if (result.outcome() == CheckOutcome.SKIPPED && !blockersShown.contains(slug)) {
                Optional<CheckResult> blocker = run.graded(exercise).blocker();
                if (blocker.isPresent() && blockersShown.add(slug)) {
                    return new CheckResult(
                            checkId,
                            CheckOutcome.FAILED,
                            blocker.get().findings(),
                            "",
                            blocker.get().coverage(),
                            0);
                }
            }
            return result;
        } catch (IOException e) {
            return error(checkId, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return error(checkId, "interrupted");
        }
    }

    private static CheckResult error(String checkId, String why) {
        return new CheckResult(checkId, CheckOutcome.ERROR, List.of(), why, new CheckCoverage.None(), 0);
    }

    private Optional<SubmissionGrading> run(Exercise exercise, CheckSpec spec) {
        return runs.stream().filter(run -> run.judges(exercise, spec.id())).findFirst();
    }

    @Override
    public void close() {
        try {
            if (problem.isEmpty()) {
                List<Graded> graded = new ArrayList<>();
                for (SubmissionGrading run : runs) {
                    graded.addAll(run.await());
                }
                show(graded);
            } else {
                System.out.println("\nBouncer: " + problem);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            System.err.println("Bouncer could not write its report: " + e.getMessage());
        } finally {
            end();
        }
    }

    private void end() {
        try (service) {
            for (SubmissionGrading run : runs) {
                run.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(List<Graded> graded) throws IOException {
        for (Graded one : graded) {
            if (!one.complete()) {
                Exercise exercise = one.exercise();
                int all = service.catalog().checks(exercise).size();
                System.out.print(PartialBoard.write(one.report(), all, exercise.points(), AGAIN + exercise.slug()));
            }
        }
        List<Graded> whole = graded.stream().filter(Graded::complete).toList();
        if (whole.isEmpty()) {
            return;
        }
        SortedMap<String, String> files = new TreeMap<>();
        whole.forEach(one -> files.putAll(one.files()));
        Report report =
                service.report("exercises", whole.stream().map(Graded::report).toList(), files);
        Path target = service.catalog().directory().resolve("target/bouncer");
        Files.createDirectories(target);
        Files.writeString(target.resolve("report.json"), JsonReport.write(report));
        Files.writeString(target.resolve("report.html"), HtmlReport.write(report, files));
        System.out.print(Board.write(report, AGAIN + "SLUG"));
    }
}
