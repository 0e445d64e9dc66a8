package bouncer.app.board;

import bouncer.app.report.ScheduleTable;
import bouncer.app.report.Wrapping;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.ChoicePoint;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Step;
import java.util.List;

/** The prompt of {@code schedule}: the steps so far, and the threads that can run next. Stateless. */
public final class SchedulerPrompt {
    private static final int STEPS = 30;

    private SchedulerPrompt() {}

    /** Writes the steps so far and the possible turns, numbered from 1. */
    public static String write(ChoicePoint point, AnsiStyle paint) {
        StringBuilder text = new StringBuilder(System.lineSeparator());
        for (String line : ScheduleTable.draw(point.steps(), STEPS, Labels.WIDTH)) {
            text.append(AnsiStyle.clean(line)).append(System.lineSeparator());
        }
        text.append(point.turns().isEmpty() ? "" : String.format("Which thread goes next?%n"));
        for (int i = 0; i < point.turns().size(); i++) {
            ChoicePoint.Turn turn = point.turns().get(i);
            List<Step> steps = turn.steps();
            Step step = steps.get(0);
            String line = step.line() > 0 ? "  :" + step.line() : "";
            text.append(String.format(
                    "  %s  %s%n",
                    paint.command("[" + (i + 1) + "] " + AnsiStyle.clean(turn.thread())),
                    AnsiStyle.clean(step.what()) + paint.faint(line)));
        }
        return text.toString();
    }

    /** Writes how the execution ended. */
    public static String end(CheckResult result, AnsiStyle paint) {
        if (result.outcome() == CheckOutcome.PASSED) {
            return paint.good("It held:")
                    + String.format(" this order shows nothing wrong. Take a step back, or begin again.%n");
        }
        Finding finding = result.findings().isEmpty() ? null : result.findings().get(0);
        String words = finding == null
                ? result.note()
                : finding.message() + (finding.location() == null ? "" : ", at " + finding.location());
        String head = finding == null ? "Cannot continue:" : "You broke it:";
        return paint.bad(head)
                + String.format(
                        " %s%n",
                        String.join(
                                System.lineSeparator(),
                                Wrapping.wrap(AnsiStyle.clean(words), Labels.WIDTH - head.length())));
    }
}
