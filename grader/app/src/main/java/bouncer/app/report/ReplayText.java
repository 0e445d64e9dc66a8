package bouncer.app.report;

import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Finding;
import java.util.ArrayList;
import java.util.List;

/** One schedule as someone reads it who wants to understand a verdict: every step, a column a thread. Stateless. */
public final class ReplayText {
    private static final int WIDTH = 118;
    private static final int STEPS = 2000;

    private ReplayText() {}

    /**
     * Writes it.
     *
     * @param title the check's name
     * @param result what running the schedule came to
     */
    public static String write(String title, CheckResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(Sanitizer.line(result.id(), 200));
        lines.add(Sanitizer.line(title, 200));
        lines.add("");
        for (Finding finding : result.findings()) {
            List<String> schedule = ScheduleTable.draw(finding.schedule(), STEPS, WIDTH);
            if (!schedule.isEmpty()) {
                lines.addAll(schedule);
                lines.add("");
            }
            lines.addAll(CheckText.message(finding, 40, 400));
            lines.addAll(CheckText.accesses(finding));
            finding.waiters().forEach(waiter -> lines.add("  " + CheckText.sentence(waiter)));
            lines.add(CheckText.place(finding));
        }
        if (!result.note().isEmpty()) {
            Sanitizer.clean(result.note()).lines().limit(STEPS).forEach(line -> lines.add(Sanitizer.cut(line, 400)));
        }
        return String.join("\n", lines) + "\n";
    }
}
