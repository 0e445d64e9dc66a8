package bouncer.app.board;

import bouncer.app.catalogue.Exercise;
import bouncer.app.diagnosis.RootCause;
import bouncer.app.report.ScheduleTable;
import bouncer.app.verdict.ExerciseReport;
import bouncer.checks.result.Step;
import bouncer.checks.result.WaitingThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tiers of hints for one room: the idea, the place, the schedule that failed last. Immutable.
 *
 * @param room the room
 * @param last its last run, if there was one
 */
public record HintText(Exercise room, Optional<ExerciseReport> last) {
    /** How many tiers there are. */
    public static final int TIERS = 3;

    private static final int STEPS = 40;

    /** Writes one tier, from 1 to {@link #TIERS}. */
    public String tier(int tier, AnsiStyle paint) {
        String text = switch (tier) {
            case 1 -> written(room.hints().idea());
            case 2 -> written(room.hints().place());
            default -> schedule();
        };
        String heading = "Hint " + tier + " of " + TIERS + ", "
                + List.of("the idea", "the place", "the schedule").get(tier - 1);
        return String.format("%s%n  %s%n", paint.bold(heading), text.replace("\n", System.lineSeparator() + "  "));
    }

    /** Whether there is a failed run to show. */
    public boolean hasSchedule() {
        return last.flatMap(RootCause::of).isPresent();
    }

    private String written(String hint) {
        String text = hint.isEmpty() ? "Nobody wrote one here; see exercises/" + room.slug() + "/README.md" : hint;
        return String.join("\n", Labels.wrap(text, Labels.WIDTH - 2));
    }

    private String schedule() {
        Optional<RootCause> cause = last.flatMap(RootCause::of);
        if (cause.isEmpty()) {
            return "No run of yours failed yet: check your class first, then this shows how it goes wrong.";
        }
        List<Step> steps = cause.get().finding().schedule();
        List<String> lines = new ArrayList<>(List.of(cause.get().check().title() + ":"));
        lines.addAll(ScheduleTable.draw(steps, STEPS, Labels.WIDTH - 2));
        for (WaitingThread waiter : cause.get().finding().waiters()) {
            lines.add(waiter.thread() + " waits for " + waiter.waitsFor());
        }
        if (lines.size() == 1) {
            lines.add(cause.get().finding().message());
            lines.add("(seen on the real machine, where nobody can tell the order of the steps)");
        }
        return AnsiStyle.clean(String.join("\n", lines));
    }
}
