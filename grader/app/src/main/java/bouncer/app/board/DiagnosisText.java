package bouncer.app.board;

import bouncer.app.report.FailureText;
import bouncer.app.verdict.Diagnosis;
import java.util.List;

/** A diagnosis as text for a terminal, with the labels that all reports use. Stateless. */
public final class DiagnosisText {
    private static final String INDENT = "    ";
    private static final int STEPS = 40;
    private static final int MESSAGE_LINES = 20;

    private DiagnosisText() {}

    /**
     * Writes the diagnosis; every line ends in a line break.
     *
     * @param bouncer the command as the learner typed it
     */
    public static String write(Diagnosis diagnosis, String bouncer, AnsiStyle paint) {
        FailureText.Layout layout =
                new FailureText.Layout(Labels.WIDTH - INDENT.length(), STEPS, MESSAGE_LINES, bouncer);
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                "  %s%n  %s%n%n",
                paint.bad(AnsiStyle.clean(FailureText.heading(diagnosis))),
                paint.bold(AnsiStyle.clean(diagnosis.checkTitle()))));
        for (FailureText.Entry entry : FailureText.of(diagnosis, layout)) {
            write(text, entry, bouncer, paint);
        }
        if (diagnosis.alsoFailed() > 0) {
            text.append(String.format("%n%s%s%n", INDENT, paint.faint(FailureText.alsoFailed(diagnosis))));
        }
        return text.toString();
    }

    private static void write(StringBuilder text, FailureText.Entry entry, String bouncer, AnsiStyle paint) {
        List<String> lines = entry.lines();
        if (FailureText.isBelow(entry)) {
            text.append(String.format("%s%s%n", INDENT, paint.faint(entry.label())));
            lines.forEach(line -> text.append(String.format("%s%s%n", INDENT, AnsiStyle.clean(line))));
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = AnsiStyle.clean(lines.get(i));
            boolean isCommand = entry.label().equals("replay") || line.startsWith("> ");
            String path =
                    entry.label().equals("see") && line.startsWith("exercises/") ? Labels.path(bouncer, line) : line;
            text.append(String.format(
                    "%s%s%s%n",
                    INDENT,
                    paint.faint(FailureText.label(i == 0 ? entry.label() : "")),
                    isCommand ? paint.command(path) : path));
        }
    }
}
