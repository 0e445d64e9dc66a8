package bouncer.app.cli;

import bouncer.app.board.HintText;
import bouncer.app.catalogue.Exercise;
import bouncer.app.progress.LastRuns;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bouncer hint}: shows one more tier of hints at each call. */
@Command(
        name = "hint",
        description = "Gives a hint: first the idea, then the place, then the schedule that fails. Costs nothing.",
        mixinStandardHelpOptions = true)
final class HintCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SLUG", arity = "0..1", description = "the exercise: 04-counter, counter or 4")
    private @Nullable String slug;

    @Option(names = "--again", description = "only the hints that were already shown")
    private boolean again;

    @Override
    public Integer call() throws IOException {
        LearnerContext learner = LearnerContext.open();
        Exercise exercise = learner.exercise(slug);
        System.out.print(hint(
                learner, exercise, again, learner.style().command(learner.bouncer() + " hint " + exercise.slug())));
        return ExitCode.ACCEPTED;
    }

    /**
     * Returns all tiers up to the next one, and records that it was shown.
     *
     * @param again whether to repeat only the tiers that were already shown
     * @param more how to get the next tier, for the last line
     */
    static String hint(LearnerContext learner, Exercise exercise, boolean again, String more) throws IOException {
        int taken = learner.progress().of(exercise.slug(), exercise.points()).hintsTaken();
        int upTo = Math.min(HintText.TIERS, again ? taken : taken + 1);
        HintText hints = new HintText(exercise, new LastRuns(learner.home()).report(exercise.slug()));
        StringBuilder text = new StringBuilder(learner.style().bold(exercise.slug()) + "\n");
        for (int tier = 1; tier <= upTo; tier++) {
            text.append(hints.tier(tier, learner.style()));
        }
        text.append(
                upTo < HintText.TIERS
                        ? String.format("%nMore? %s%n", more)
                        : String.format(
                                "%nThat was the last one. %s %s%n",
                                hints.hasFailure() ? "The whole result again:" : "Next:",
                                learner.style()
                                        .command(learner.bouncer()
                                                + (hints.hasFailure() ? " show " : " check ")
                                                + exercise.slug())));
        learner.progress()
                .with(exercise.slug(), exercise.points(), state -> state.withHints(upTo))
                .save(learner.home());
        return text.toString();
    }
}
