package bouncer.app.author;

import bouncer.app.author.SolutionResult.State;
import bouncer.app.author.mutation.Mutant;
import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.ExerciseGrading;
import bouncer.app.grading.GradingService;
import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Verdict;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;

/**
 * Tries one solution through the pipeline that {@code bouncer grade} uses. Thread-safe: several may be tried at once, but
 * while a timing check runs nothing else does.
 */
final class SolutionRunner {
    private final GradingService house;
    private final ReadWriteLock quiet = new ReentrantReadWriteLock(true);

    SolutionRunner(GradingService house) {
        this.house = house;
    }

    /**
     * Tries one solution. Of a mistake the named checks are asked first, and no more than it takes to find it; what is
     * right is tried with several series of seeds, until one rejects it.
     *
     * @throws IOException if the machine does not let us work
     */
    SolutionResult tryOut(Exercise room, Solution solution, int seeds) throws IOException, InterruptedException {
        boolean right = solution.kind() == Solution.Kind.REFERENCE || solution.kind() == Solution.Kind.ALTERNATIVE;
        SolutionResult trial = tryWith(room, solution, 0);
        for (int series = 1; right && series < seeds && trial.state() == State.AS_EXPECTED; series++) {
            trial = tryWith(room, solution, series);
        }
        return trial;
    }

    @SuppressWarnings("try") // an interrupt of close() is to end this as well
    private SolutionResult tryWith(Exercise room, Solution solution, int series)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (ExerciseGrading grading = house.grading(room, solution.directory())) {
            grading.seeds(series);
            Optional<CheckReport> caught = catching(solution, grading.report());
            for (CheckSpec spec : order(solution, grading.specs())) {
                if (caught.isPresent()) {
                    break;
                }
                judge(grading, spec);
                caught = catching(solution, grading.report());
            }
            ExerciseReport report = grading.report();
            String found = problem(solution, report, caught);
            String problem =
                    found.isEmpty() || series == 0 ? found : "with the seeds of series " + series + ": " + found;
            State state = problem.isEmpty()
                    ? State.AS_EXPECTED
                    : waits(solution, report) ? State.WAITS_FOR_EXPLORATION : State.WRONG;
            long millis = (System.nanoTime() - start) / 1_000_000;
            return new SolutionResult(solution, state, report.verdict(), caught, report.checks(), problem, millis);
        }
    }

    /** Tries a mutant until a check rejects it. */
    @SuppressWarnings("try") // an interrupt of close() is to end this as well
    MutantResult kill(Exercise room, Solution of, Path directory, Mutant mutant, String proof)
            throws IOException, InterruptedException {
        try (ExerciseGrading grading = house.grading(room, directory)) {
            Optional<CheckReport> killer = first(grading, CheckOutcome.FAILED);
            for (CheckSpec spec : grading.specs()) {
                if (killer.isPresent()) {
                    break;
                }
                judge(grading, spec);
                killer = first(grading, CheckOutcome.FAILED);
            }
            String trouble =
                    first(grading, CheckOutcome.ERROR).map(SolutionRunner::why).orElse("");
            return new MutantResult(of, mutant, killer, proof, trouble);
        }
    }

    private static Optional<CheckReport> first(ExerciseGrading grading, CheckOutcome outcome) {
        return grading.report().checks().stream()
                .filter(check -> check.result().outcome() == outcome)
                .findFirst();
    }

    private void judge(ExerciseGrading grading, CheckSpec spec) throws InterruptedException {
        Lock lock = spec.phase() == Phase.TIMING ? quiet.writeLock() : quiet.readLock();
        lock.lockInterruptibly();
        try {
            grading.judge(spec);
        } finally {
            lock.unlock();
        }
    }

    /** Of a mistake the named checks first; others only as far as they are deterministic, to tell what went wrong. */
    private static List<CheckSpec> order(Solution solution, List<CheckSpec> specs) {
        if (solution.expectation().isEmpty()) {
            return specs;
        }
        Expectation expected = solution.expectation().get();
        List<CheckSpec> order = new ArrayList<>(specs);
        order.removeIf(
                spec -> !expected.names(spec.phase(), spec.id()) && spec.phase().isMeasured());
        order.sort(Comparator.comparing(spec -> !expected.names(spec.phase(), spec.id())));
        return order;
    }

    private static Optional<CheckReport> catching(Solution solution, ExerciseReport report) {
        return solution.expectation()
                .flatMap(expected ->
                        report.checks().stream().filter(expected::isMetBy).findFirst());
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
                ? "REJECTED, but not for the named reason by a named check: " + why(report)
                : report.verdict() + " instead of REJECTED: " + why(report);
    }

    private static String why(ExerciseReport report) {
        String told = report.checks().stream()
                .filter(check -> check.result().outcome() != CheckOutcome.PASSED
                        && check.result().outcome() != CheckOutcome.SKIPPED)
                .map(SolutionRunner::why)
                .collect(Collectors.joining("; "));
        return told.isEmpty() ? "no check failed" : told;
    }

    private static String why(CheckReport check) {
        String findings = check.result().findings().stream()
                .map(finding -> finding.fault().id() + " \"" + finding.message() + "\"")
                .collect(Collectors.joining(", "));
        String id = check.result().id().replaceFirst("^.*#", "#");
        return id + " " + check.result().outcome() + " "
                + (findings.isEmpty() ? check.result().note() : findings);
    }

    private static boolean waits(Solution solution, ExerciseReport report) {
        List<CheckReport> explored = report.checks().stream()
                .filter(check -> check.phase() == Phase.EXPLORE)
                .toList();
        return solution.expectation()
                        .filter(expected -> expected.checks().contains(Phase.EXPLORE.id()))
                        .isPresent()
                && explored.stream().allMatch(check -> check.result().outcome() == CheckOutcome.SKIPPED);
    }
}
