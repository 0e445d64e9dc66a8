package bouncer.app.board;

import bouncer.app.lesson.Explanation;
import bouncer.app.lesson.FaultLesson;
import bouncer.app.report.Columns;
import bouncer.checks.finding.Location;
import bouncer.checks.finding.Waiter;
import java.util.List;

/** An explanation as text for a terminal: expected and seen, where, how it came about, why it matters. Stateless. */
public final class ExplanationText {
    private static final int STEPS = 40;
    private static final int LABEL = 11;

    private ExplanationText() {}

    /**
     * Writes the explanation; every line ends with a line end.
     *
     * @param bouncer how the learner typed the command
     */
    public static String write(Explanation explanation, String bouncer, Paint paint) {
        FaultLesson lesson = FaultLesson.of(explanation.fault());
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
        entry(text, "read", isFile ? Words.path(bouncer, lesson.read()) : lesson.read());
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

    private static void where(StringBuilder text, Explanation explanation, Paint paint) {
        Location at = explanation.at();
        if (!explanation.method().isEmpty()) {
            entry(text, explanation.method().startsWith("in ") ? "where" : "called", explanation.method());
        } else if (at != null) {
            entry(text, "where", at.toString());
            if (!explanation.code().isEmpty()) {
                text.append(" ".repeat(4 + LABEL))
                        .append(paint.command("> " + Paint.clean(explanation.code())))
                        .append(System.lineSeparator());
            }
        }
    }

    /** The columns need the whole line: they begin below their label. */
    private static void schedule(StringBuilder text, Explanation explanation) {
        List<String> lines = Columns.draw(explanation.schedule(), STEPS, Words.WIDTH - 4);
        if (!lines.isEmpty()) {
            text.append(
                    String.format("    as it ran%s%n", Columns.fit(Words.WIDTH - 4) ? ", one column a thread" : ""));
            lines.forEach(line -> text.append(String.format("    %s%n", Paint.clean(line))));
        }
    }

    /** Who waits is said above; where each of several waits is not. */
    private static void waiting(StringBuilder text, Explanation explanation) {
        List<Waiter> waiting = explanation.waiting();
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
        block(text, label, Words.wrap(Paint.clean(words), Words.WIDTH - LABEL - 4));
    }

    private static void block(StringBuilder text, String label, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            text.append(String.format("    %-" + LABEL + "s%s%n", i == 0 ? label : "", Paint.clean(lines.get(i))));
        }
    }
}
