package bouncer.app.board;

import bouncer.app.diagnosis.Diagnosis;
import bouncer.app.diagnosis.FaultExplanation;
import bouncer.app.report.ScheduleTable;
import bouncer.checks.result.Location;
import bouncer.checks.result.WaitingThread;
import java.util.List;

/** An explanation as text for a terminal: expected and seen, where, how it came about, why it matters. Stateless. */
public final class DiagnosisText {
    private static final int STEPS = 40;
    private static final int LABEL = 11;

    private DiagnosisText() {}

    /**
     * Writes the explanation; every line ends with a line end.
     *
     * @param bouncer how the learner typed the command
     */
    public static String write(Diagnosis explanation, String bouncer, AnsiStyle paint) {
        FaultExplanation lesson = FaultExplanation.of(explanation.fault());
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                "  %s%n    %s%n%n",
                paint.bold(explanation.check()),
                paint.bad(lesson.title()) + " "
                        + paint.faint("[" + explanation.fault().id() + "]")));
        entry(text, "happened", explanation.happened());
        where(text, explanation, paint);
        schedule(text, explanation);
        waiting(text, explanation);
        if (!explanation.misconception().isEmpty()) {
            entry(text, "your code", explanation.misconception());
        } else {
            entry(text, "that is", lesson.what());
        }
        entry(text, "so what", lesson.why());
        boolean isFile = lesson.read().startsWith("exercises/");
        entry(text, "read", isFile ? Labels.path(bouncer, lesson.read()) : lesson.read());
        String token = explanation.replay();
        if (token != null) {
            text.append(
                    String.format("    %-" + LABEL + "s%s%n", "again", paint.command(bouncer + " replay " + token)));
        }
        if (explanation.alsoFailed() > 0) {
            text.append(String.format(
                    "%n    %s%n",
                    paint.faint(
                            explanation.alsoFailed() == 1
                                    ? "One more check failed; mend this one first, it may be the cause."
                                    : explanation.alsoFailed()
                                            + " more checks failed; mend this one first, it may be the cause.")));
        }
        return text.toString();
    }

    private static void where(StringBuilder text, Diagnosis explanation, AnsiStyle paint) {
        Location at = explanation.at();
        if (!explanation.method().isEmpty()) {
            entry(text, explanation.method().startsWith("in ") ? "where" : "called", explanation.method());
        } else if (at != null) {
            entry(text, "where", at.toString());
            if (!explanation.code().isEmpty()) {
                text.append(" ".repeat(4 + LABEL))
                        .append(paint.command("> " + AnsiStyle.clean(explanation.code())))
                        .append(System.lineSeparator());
            }
        }
    }

    /** The columns need the whole line: they begin below their label. */
    private static void schedule(StringBuilder text, Diagnosis explanation) {
        List<String> lines = ScheduleTable.draw(explanation.schedule(), STEPS, Labels.WIDTH - 4);
        if (!lines.isEmpty()) {
            text.append(String.format(
                    "    as it ran%s%n", ScheduleTable.fit(Labels.WIDTH - 4) ? ", one column a thread" : ""));
            lines.forEach(line -> text.append(String.format("    %s%n", AnsiStyle.clean(line))));
        }
    }

    /** Who waits is said above; where each of several waits is not. */
    private static void waiting(StringBuilder text, Diagnosis explanation) {
        List<WaitingThread> waiting = explanation.waiting();
        boolean told = waiting.stream().allMatch(w -> explanation.happened().contains(w.thread() + " waits for "));
        if (waiting.size() > 1 || !told) {
            block(
                    text,
                    told ? "stuck at" : "waiting",
                    waiting.stream()
                            .map(waiter -> waiter.thread()
                                    + (told ? "" : " waits for " + waiter.waitsFor())
                                    + (waiter.at() == null ? "" : " at " + waiter.at()))
                            .toList());
        }
    }

    private static void entry(StringBuilder text, String label, String words) {
        block(text, label, Labels.wrap(AnsiStyle.clean(words), Labels.WIDTH - LABEL - 4));
    }

    private static void block(StringBuilder text, String label, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            text.append(String.format("    %-" + LABEL + "s%s%n", i == 0 ? label : "", AnsiStyle.clean(lines.get(i))));
        }
    }
}
