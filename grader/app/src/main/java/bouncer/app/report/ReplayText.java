package bouncer.app.report;

import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Finding;
import java.util.ArrayList;
import java.util.List;

/** The text of a replayed schedule: all steps, one column for each thread, and the result. Stateless. */
public final class ReplayText {
    private static final int STEPS = 2000;
    private static final FailureText.Layout LAYOUT = new FailureText.Layout(118, STEPS, 40, "./bouncer");

    private ReplayText() {}

    /**
     * Writes the text.
     *
     * @param title the check's title
     * @param result the result of running the schedule
     */
    public static String write(String title, CheckResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(Sanitizer.line(result.id(), 200));
        lines.add(Sanitizer.line(title, 200));
        lines.add("");
        for (Finding finding : result.findings()) {
            lines.add("[" + finding.fault().id() + "]");
            lines.addAll(FailureText.lines(FailureText.of(finding, LAYOUT)));
        }
        if (!result.note().isEmpty()) {
            Sanitizer.clean(result.note()).lines().limit(STEPS).forEach(line -> lines.add(Sanitizer.cut(line, 400)));
        }
        return Sanitizer.wellFormed(String.join("\n", lines) + "\n");
    }
}
