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

/** {@code bouncer hint}: one tier more at each call. */
@Command(
        name = "hint",
        description = "Gives a hint: first the idea, then the place, then the schedule that fails. Costs nothing.",
        mixinStandardHelpOptions = true)
final class HintCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SLUG", arity = "0..1", description = "the exercise: 04-counter, counter or 4")
    private @Nullable String slug;

    @Option(names = "--again", description = "only what was shown already")
    private boolean again;

    @Override
    public Integer call() throws IOException {
        LearnerContext desk = LearnerContext.open();
        Exercise room = desk.room(slug);
        System.out.print(hint(desk, room, again, desk.paint().command(desk.bouncer() + " hint " + room.slug())));
        return ExitCode.ACCEPTED;
    }

    /** Writes all tiers up to the next one, remembers that it was taken, and says how to get one more. */
    static String hint(LearnerContext desk, Exercise room, boolean again, String more) throws IOException {
        int taken = desk.progress().of(room.slug(), room.points()).hintsTaken();
        int upTo = Math.min(HintText.TIERS, again ? taken : taken + 1);
        HintText hints = new HintText(room, new LastRuns(desk.home()).report(room.slug()));
        StringBuilder text = new StringBuilder(desk.paint().bold(room.slug()) + "\n");
        for (int tier = 1; tier <= upTo; tier++) {
            text.append(hints.tier(tier, desk.paint()));
        }
        text.append(
                upTo < HintText.TIERS
                        ? String.format("%nMore? %s%n", more)
                        : String.format(
                                "%nThat was the last one. %s %s%n",
                                hints.hasFailure() ? "The whole result again:" : "Next:",
                                desk.paint()
                                        .command(desk.bouncer()
                                                + (hints.hasFailure() ? " show " : " check ")
                                                + room.slug())));
        desk.progress()
                .with(room.slug(), room.points(), state -> state.withHints(upTo))
                .save(desk.home());
        return text.toString();
    }
}
