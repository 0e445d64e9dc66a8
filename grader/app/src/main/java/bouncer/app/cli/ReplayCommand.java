package bouncer.app.cli;

import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.ExerciseGrading;
import bouncer.app.grading.GradingService;
import bouncer.app.report.ReplayText;
import bouncer.app.sandbox.IsolationMode;
import bouncer.app.submission.Intake;
import bouncer.app.submission.Sources;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bouncer replay}: runs the schedule of a replay token on a submission and shows it step by step. */
@Command(
        name = "replay",
        description = "Runs the schedule of a replay token again and shows it, with one column for each thread.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "TOKEN", description = "the replay token, from a report or the board")
    private String token = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SUBMISSION",
            description = "the sources it was found in (default: your own)")
    private @Nullable Path given;

    @Option(
            names = "--exercise",
            paramLabel = "SLUG",
            description = "only this exercise (default: all exercises in the submission)")
    private List<String> exercises = new ArrayList<>();

    @Mixin
    private DebugOptions debug = new DebugOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = ExercisesDirectory.existing();
        Path submission = given != null ? given : Objects.requireNonNullElse(home.getParent(), home);
        if (!Files.isDirectory(submission)) {
            throw new UsageProblem(submission + " is not a directory");
        }
        if (debug.areGiven()) {
            debug.apply("the schedule runs");
        }
        try (GradingService service = GradingService.open(home, IsolationMode.NONE)) {
            String problem = ExercisesDirectory.unknown(service, exercises);
            if (problem != null) {
                throw new UsageProblem(problem);
            }
            for (Exercise exercise : ExercisesDirectory.chosen(service, exercises)) {
                Sources sources = Intake.find(submission, exercise);
                if (!(sources instanceof Sources.Absent)) {
                    Integer code = replay(service, exercise, sources, submission);
                    if (code != null) {
                        return code;
                    }
                }
            }
        }
        throw new UsageProblem("no check of an exercise in " + submission + " knows the token " + token
                + ": it belongs to other sources or to another version of Bouncer; grade again for a new one");
    }

    /**
     * Replays the token on one exercise.
     *
     * @return the exit code, or null if no check of this exercise knows the token
     */
    private @Nullable Integer replay(GradingService service, Exercise exercise, Sources sources, Path submission)
            throws IOException, InterruptedException {
        try (ExerciseGrading grading = service.grading(exercise, sources)) {
            for (CheckSpec spec : grading.specs()) {
                if (spec.phase() != Phase.EXPLORE) {
                    continue;
                }
                CheckResult result = grading.replay(spec, token);
                if (result.outcome() == CheckOutcome.SKIPPED) {
                    return null;
                }
                if (result.outcome() != CheckOutcome.INCONCLUSIVE && result.outcome() != CheckOutcome.ERROR) {
                    System.out.print(ReplayText.write(spec.title(), result));
                    return result.outcome() == CheckOutcome.PASSED ? otherSources(submission) : ExitCode.REJECTED;
                }
            }
        }
        return null;
    }

    /** A replay is deterministic, so a schedule that does not fail belongs to other sources. */
    private static int otherSources(Path submission) {
        System.err.println("bouncer: the failure of this token does not happen in " + submission
                + ": these are not the sources in which it was found. Replay it on those, or grade again for a new"
                + " verdict.");
        return ExitCode.USAGE;
    }
}
