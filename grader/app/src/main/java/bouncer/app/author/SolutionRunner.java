package bouncer.app.author;

import bouncer.app.author.mutation.Mutant;
import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.ExerciseGrading;
import bouncer.app.grading.GradingService;
import bouncer.app.grading.JudgingObserver;
import bouncer.app.submission.Intake;
import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Verdict;
import bouncer.checks.result.CheckOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Grades solutions and mutants with the same grading as every command. Thread-safe. */
final class SolutionRunner {
    private final GradingService service;

    SolutionRunner(GradingService service) {
        this.service = service;
    }

    /**
     * Grades one solution. For a mistake, the expected checks and their predecessors are judged first, and judging ends
     * when one finds the mistake. A correct solution is graded with several series of seeds, until one rejects it.
     *
     * @throws IOException if a process or a file cannot be created
     */
    SolutionResult grade(Exercise exercise, Solution solution, int seeds) throws IOException, InterruptedException {
        boolean right = solution.kind() == Solution.Kind.REFERENCE || solution.kind() == Solution.Kind.ALTERNATIVE;
        SolutionResult result = gradeWith(exercise, solution, 0);
        for (int series = 1; right && series < seeds && result.isAsExpected(); series++) {
            result = gradeWith(exercise, solution, series);
        }
        return result;
    }

    @SuppressWarnings("try") // an interrupt in close() ends this method, too
    private SolutionResult gradeWith(Exercise exercise, Solution solution, int series)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (ExerciseGrading grading = service.grading(exercise, Intake.find(solution.directory(), exercise))) {
            grading.useSeeds(series);
            Optional<Expectation> expected = solution.expectation();
            if (expected.isPresent()) {
                judge(grading, spec -> expected.get().names(spec.phase(), spec.id()), solution);
                // The other deterministic checks show what went wrong.
                judge(grading, spec -> !spec.phase().isMeasured(), solution);
            } else {
                grading.judge(JudgingObserver.NONE);
            }
            ExerciseReport report = grading.report();
            Optional<CheckReport> caught = catching(solution, report.checks());
            String found = problem(solution, report, caught);
            String problem =
                    found.isEmpty() || series == 0 ? found : "with the seeds of series " + series + ": " + found;
            long millis = (System.nanoTime() - start) / 1_000_000;
            return new SolutionResult(solution, report.verdict(), caught, report.checks(), problem, millis);
        }
    }

    /** Judges some checks until one finds the mistake. */
    private static void judge(ExerciseGrading grading, Predicate<CheckSpec> wanted, Solution mistake)
            throws IOException, InterruptedException {
        grading.judge(grading.specs().stream().filter(wanted).toList(), new JudgingObserver() {
            @Override
            public boolean next(int number, int of, CheckSpec check) {
                return catching(mistake, grading.judged()).isEmpty();
            }
        });
    }

    /** Grades a mutant until a check fails. */
    @SuppressWarnings("try") // an interrupt in close() ends this method, too
    MutantResult kill(Exercise exercise, Solution of, Path directory, Mutant mutant, String proof)
            throws IOException, InterruptedException {
        try (ExerciseGrading grading = service.grading(exercise, Intake.find(directory, exercise))) {
            ExerciseReport report = grading.judge(new JudgingObserver() {
                @Override
                public boolean next(int number, int count, CheckSpec check) {
                    return first(grading.judged(), CheckOutcome.FAILED).isEmpty();
                }
            });
            String trouble = first(report.checks(), CheckOutcome.ERROR)
                    .map(SolutionRunner::why)
                    .orElse("");
            return new MutantResult(of, mutant, first(report.checks(), CheckOutcome.FAILED), proof, trouble);
        }
    }

    private static Optional<CheckReport> first(List<CheckReport> checks, CheckOutcome outcome) {
        return checks.stream()
                .filter(check -> check.result().outcome() == outcome)
                .findFirst();
    }

    private static Optional<CheckReport> catching(Solution solution, List<CheckReport> checks) {
        return solution.expectation()
                .flatMap(expected -> checks.stream().filter(expected::isMetBy).findFirst());
    }

    private static String problem(Solution solution, ExerciseReport report, Optional<CheckReport> caught) {
        return switch (solution.kind()) {
            case STUB -> expect(Verdict.NOT_STARTED, report);
            case REFERENCE, ALTERNATIVE -> expect(Verdict.ACCEPTED, report);
            case MISTAKE -> caught.isPresent() ? expect(Verdict.REJECTED, report) : missed(report);
        };
    }

    private static String expect(Verdict wanted, ExerciseReport report) {
        return report.verdict() == wanted ? "" : report.verdict() + " instead of " + wanted + ": " + why(report);
    }

    private static String missed(ExerciseReport report) {
        return report.verdict() == Verdict.REJECTED
                ? "REJECTED, but not with an expected fault by an expected check: " + why(report)
                : report.verdict() + " instead of REJECTED: " + why(report);
    }

    private static String why(ExerciseReport report) {
        String failures = report.checks().stream()
                .filter(check -> check.result().outcome() != CheckOutcome.PASSED
                        && check.result().outcome() != CheckOutcome.SKIPPED)
                .map(SolutionRunner::why)
                .collect(Collectors.joining("; "));
        return failures.isEmpty() ? "no check failed" : failures;
    }

    private static String why(CheckReport check) {
        String findings = check.result().findings().stream()
                .map(finding -> finding.fault().id() + " \"" + finding.message() + "\"")
                .collect(Collectors.joining(", "));
        String id = check.result().id().replaceFirst("^.*#", "#");
        return id + " " + check.result().outcome() + " "
                + (findings.isEmpty() ? check.result().note() : findings);
    }
}
