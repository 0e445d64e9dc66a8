package bouncer.app.cli;

import bouncer.app.board.SchedulerPrompt;
import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.ExerciseGrading;
import bouncer.app.progress.LastRuns;
import bouncer.app.verdict.Diagnosis;
import bouncer.app.verdict.ExerciseReport;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.ChoicePoint;
import bouncer.checks.result.Phase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bouncer schedule}: runs a check on a schedule that the learner chooses step by step. */
@Command(
        name = "schedule",
        description =
                "You are the scheduler: choose which thread runs next, step by step, and try to break your class.",
        mixinStandardHelpOptions = true)
final class ScheduleCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SLUG", arity = "0..1", description = "the exercise: 04-counter, counter or 4")
    private @Nullable String slug;

    @Option(
            names = "--check",
            paramLabel = "NAME",
            description = "a check that explores schedules (default: the one that failed last, or else the first)")
    private String check = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (LearnerContext learner = LearnerContext.open()) {
            Exercise exercise = learner.exercise(slug);
            try (ExerciseGrading grading = learner.service().grading(exercise, learner.sources(exercise))) {
                return play(learner, grading, choose(learner, exercise, grading.specs()));
            }
        }
    }

    private CheckSpec choose(LearnerContext learner, Exercise exercise, List<CheckSpec> specs) {
        List<CheckSpec> explored =
                specs.stream().filter(spec -> spec.phase() == Phase.EXPLORE).toList();
        String failed = check.isEmpty()
                ? new LastRuns(learner.home())
                        .report(exercise.slug())
                        .flatMap(ExerciseReport::diagnosis)
                        .map(Diagnosis::checkTitle)
                        .orElse("")
                : check;
        return explored.stream()
                .filter(spec -> spec.title().equals(failed) || spec.method().equals(failed))
                .findFirst()
                .or(() -> check.isEmpty() ? explored.stream().findFirst() : Optional.empty())
                .orElseThrow(() -> new UsageProblem(
                        explored.isEmpty()
                                ? "Nothing in " + exercise.slug()
                                        + " is explored: a process cannot be scheduled from here"
                                : "There is no such check. There are: "
                                        + String.join(
                                                ", ",
                                                explored.stream()
                                                        .map(CheckSpec::method)
                                                        .toList())));
    }

    private static int play(LearnerContext learner, ExerciseGrading grading, CheckSpec spec)
            throws IOException, InterruptedException {
        System.out.printf(
                "You are the scheduler of: %s%nType the number of the thread that runs next; b goes one step back, "
                        + "a starts again, q quits.%n",
                learner.style().bold(spec.title()));
        // Not closed, because standard input belongs to the process.
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        List<String> decisions = new ArrayList<>();
        CheckResult result;
        String typed;
        do {
            ChoicePoint[] choicePoint = {new ChoicePoint(List.of(), List.of())};
            result = grading.walk(spec, decisions, where -> choicePoint[0] = where);
            if (result.outcome() == CheckOutcome.SKIPPED) {
                throw new UsageProblem(result.note());
            }
            ChoicePoint shown = result.findings().isEmpty()
                    ? choicePoint[0]
                    : new ChoicePoint(result.findings().get(0).schedule(), List.of());
            System.out.print(SchedulerPrompt.write(shown, learner.style()));
            System.out.print(choicePoint[0].turns().isEmpty() ? SchedulerPrompt.end(result, learner.style()) : "");
            System.out.print("> ");
            System.out.flush();
            typed = Objects.requireNonNullElse(in.readLine(), "q").strip();
            decide(typed, decisions, choicePoint[0].turns().size());
        } while (!typed.equals("q"));
        return result.outcome() == CheckOutcome.FAILED ? ExitCode.REJECTED : ExitCode.ACCEPTED;
    }

    private static void decide(String typed, List<String> decisions, int turns) {
        if (typed.equals("b") && !decisions.isEmpty()) {
            decisions.remove(decisions.size() - 1);
        } else if (typed.equals("a")) {
            decisions.clear();
        } else if (typed.matches("\\d{1,3}") && Integer.parseInt(typed) >= 1 && Integer.parseInt(typed) <= turns) {
            decisions.add(Integer.toString(Integer.parseInt(typed) - 1));
        } else if (!typed.equals("q") && !typed.equals("b")) {
            System.out.println("Type a number, b, a or q.");
        }
    }
}
