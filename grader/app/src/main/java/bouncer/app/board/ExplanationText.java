package bouncer.app.board;

import bouncer.app.lesson.Explanation;
import bouncer.app.lesson.FaultLesson;
import bouncer.app.report.Columns;
import bouncer.checks.finding.Location;
import bouncer.checks.finding.Waiter;
import java.util.ArrayList;
import java.util.List;

/** An explanation as text for a terminal: expected and seen, where, how it came about, why it matters. Stateless. */
public final class ExplanationText {
    private static final int WIDTH = 100;
    private static final int STEPS = 40;
    private static final int LABEL = 11;

    private ExplanationText() {}

    /** Writes the explanation; every line ends with a line end. */
    public static String write(Explanation explanation, Paint paint) {
        FaultLesson lesson = FaultLesson.of(explanation.fault());
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                "  %s%n    %s%n%n",
                paint.bold(explanation.check()),
                paint.bad(lesson.title()) + " "
                        + paint.faint("[" + explanation.fault().id() + "]")));
        entry(text, "happened", explanation.happened());
        where(text, explanation, paint);
        block(text, "as it ran", Columns.draw(explanation.schedule(), STEPS, WIDTH));
        block(
                text,
                "waiting",
                explanation.waiting().stream().map(ExplanationText::sentence).toList());
        if (!explanation.misconception().isEmpty()) {
            entry(text, "your code", explanation.misconception());
        } else {
            entry(text, "that is", lesson.what());
        }
        entry(text, "so what", lesson.why());
        entry(text, "read", lesson.read());
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
        if (at != null) {
            entry(text, "where", at.toString());
            if (!explanation.code().isEmpty()) {
                text.append(" ".repeat(4 + LABEL))
                        .append(paint.command("> " + Paint.clean(explanation.code())))
                        .append(System.lineSeparator());
            }
        }
    }

    private static String sentence(Waiter waiter) {
        return waiter.thread() + " waits for " + waiter.waitsFor() + (waiter.at() == null ? "" : " at " + waiter.at());
    }

    private static void entry(StringBuilder text, String label, String words) {
        block(text, label, wrap(Paint.clean(words)));
    }

    private static void block(StringBuilder text, String label, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            text.append(String.format("    %-" + LABEL + "s%s%n", i == 0 ? label : "", Paint.clean(lines.get(i))));
        }
    }

    private static List<String> wrap(String words) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : words.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ", -1)) {
                if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH - LABEL - 4) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.length() == 0 ? "" : " ").append(word);
            }
            if (line.length() > 0) {
                lines.add(line.toString());
            }
        }
        return lines;
    }
}
