package bouncer.app.board;

import bouncer.app.report.Columns;
import bouncer.checks.finding.CheckResult;
import bouncer.checks.finding.Finding;
import bouncer.checks.finding.Outcome;
import bouncer.checks.finding.Stand;
import bouncer.checks.finding.Step;
import java.util.List;

/** What somebody sees who is the scheduler: what has happened, and who could go next. Stateless. */
public final class StandText {
    private static final int STEPS = 30;

    private StandText() {}

    /** The steps so far and the turns there are, numbered from 1. */
    public static String write(Stand stand, Paint paint) {
        StringBuilder text = new StringBuilder(System.lineSeparator());
        for (String line : Columns.draw(stand.steps(), STEPS, Words.WIDTH)) {
            text.append(Paint.clean(line)).append(System.lineSeparator());
        }
        for (int i = 0; i < stand.turns().size(); i++) {
            Stand.Turn turn = stand.turns().get(i);
            List<Step> steps = turn.steps();
            Step step = steps.get(0);
            String line = step.line() > 0 ? "  :" + step.line() : "";
            text.append(String.format(
                    "  %s  %s%n",
                    paint.command(i + 1 + "  " + Paint.clean(turn.thread())),
                    Paint.clean(step.what()) + paint.faint(line)));
        }
        return text.toString();
    }

    /** How it ended. */
    public static String end(CheckResult result, Paint paint) {
        if (result.outcome() == Outcome.PASSED) {
            return paint.good("It held:")
                    + String.format(" this order shows nothing wrong. Take a step back, or begin again.%n");
        }
        Finding finding = result.findings().isEmpty() ? null : result.findings().get(0);
        String words = finding == null
                ? result.note()
                : finding.message() + (finding.location() == null ? "" : ", at " + finding.location());
        String head = finding == null ? "It cannot be gone on with:" : "You broke it:";
        return paint.bad(head)
                + String.format(
                        " %s%n",
                        String.join(
                                System.lineSeparator(), Words.wrap(Paint.clean(words), Words.WIDTH - head.length())));
    }
}
