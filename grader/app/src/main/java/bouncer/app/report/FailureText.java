package bouncer.app.report;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.Diagnosis;
import bouncer.app.verdict.ExerciseReport;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A failure as labelled text, the same in every report: expected, actual, where, steps, your code, why it matters,
 * replay, see. Stateless.
 */
public final class FailureText {
    private static final int LINE = 400;
    private static final int LABEL = 16;
    /** The layout for systems that show plain text. */
    private static final Layout PLAIN = new Layout(96, 24, 20, "./bouncer");

    private FailureText() {}

    /**
     * The size of the text.
     *
     * @param width characters of a line
     * @param steps the most steps of a run that are shown; 0 for none
     * @param messageLines the most lines of a message
     * @param bouncer the command as the reader types it
     */
    public record Layout(int width, int steps, int messageLines, String bouncer) {}

    /**
     * A label with its text.
     *
     * @param lines clean lines; those of {@code steps} are columns and stay as they are
     */
    public record Entry(String label, List<String> lines) {
        public Entry {
            lines = List.copyOf(lines);
        }
    }

    /** Returns the heading of a diagnosis, such as {@code Lost update [lost-update]}. */
    public static String heading(Diagnosis diagnosis) {
        return Sanitizer.line(diagnosis.title(), LINE) + " ["
                + diagnosis.fault().id() + "]";
    }

    /** Returns all entries of a diagnosis. */
    public static List<Entry> of(Diagnosis diagnosis, Layout layout) {
        Finding finding = diagnosis.finding();
        List<Entry> entries = new ArrayList<>();
        happened(entries, diagnosis, diagnosis.message(), finding, layout);
        add(entries, "where", where(diagnosis, layout));
        steps(entries, finding, layout);
        add(entries, "your code", wrap(yourCode(diagnosis), layout));
        add(entries, "why it matters", wrap(diagnosis.why(), layout));
        replay(entries, finding, layout);
        add(entries, "see", wrap(diagnosis.see(), layout));
        return entries;
    }

    /** Returns the entries of a finding that is not the root cause: what happened, where, and the steps. */
    public static List<Entry> of(Finding finding, Layout layout) {
        List<Entry> entries = new ArrayList<>();
        happened(entries, null, finding.message(), finding, layout);
        Location at = finding.location();
        add(entries, "where", at == null ? List.of() : List.of(Sanitizer.line(at.toString(), LINE)));
        steps(entries, finding, layout);
        replay(entries, finding, layout);
        return entries;
    }

    /** Returns the text about a check for writers of plain text; empty if the check passed. */
    static String text(ExerciseReport exercise, CheckReport check) {
        List<String> lines = new ArrayList<>();
        check.result().findings().forEach(finding -> lines.add(text(exercise, check, finding)));
        if (!check.result().note().isEmpty()) {
            lines.add(Sanitizer.line(check.result().note(), LINE));
        }
        return String.join("\n", lines);
    }

    /** Returns the text about one finding of a check. */
    static String text(ExerciseReport exercise, CheckReport check, Finding finding) {
        Optional<Diagnosis> root = exercise.diagnosis().filter(found -> exercise.isRootCause(check, finding));
        List<String> lines = new ArrayList<>();
        lines.add(root.map(FailureText::heading).orElse("[" + finding.fault().id() + "]"));
        lines.addAll(lines(root.map(found -> of(found, PLAIN)).orElseGet(() -> of(finding, PLAIN))));
        return String.join("\n", lines);
    }

    /**
     * Returns entries as lines: each label stands before its first line, or above the steps, which need the whole
     * width.
     */
    static List<String> lines(List<Entry> entries) {
        List<String> lines = new ArrayList<>();
        for (Entry entry : entries) {
            if (isBelow(entry)) {
                lines.add(entry.label());
                lines.addAll(entry.lines());
                continue;
            }
            for (int i = 0; i < entry.lines().size(); i++) {
                lines.add((label(i == 0 ? entry.label() : "") + entry.lines().get(i)).stripTrailing());
            }
        }
        return lines;
    }

    /** Returns true if an entry's lines stand below its label and not beside it. */
    public static boolean isBelow(Entry entry) {
        return entry.label().equals("steps");
    }

    /** Returns a label, padded to the column where its text begins. */
    public static String label(String label) {
        return label + " ".repeat(LABEL - label.length());
    }

    /** Returns a sentence that says how many other checks failed, at least 1. */
    public static String alsoFailed(Diagnosis diagnosis) {
        return diagnosis.alsoFailed() == 1
                ? "1 other check failed too. Fix this first: it may be the cause."
                : diagnosis.alsoFailed() + " other checks failed too. Fix this first: it may be the cause.";
    }

    /** Returns a message as one line of at most so many characters. */
    static String summary(String message, int most) {
        return Sanitizer.line(message.lines().findFirst().orElse(""), most);
    }

    private static void happened(
            List<Entry> entries, @Nullable Diagnosis diagnosis, String message, Finding finding, Layout layout) {
        String expected = diagnosis == null ? null : diagnosis.expected();
        String actual = diagnosis == null ? null : diagnosis.actual();
        if (diagnosis != null && expected != null && actual != null) {
            add(entries, "expected", wrap(expected + "  (" + diagnosis.subject() + ")", layout));
            add(entries, "actual", wrap(actual, layout));
            return;
        }
        List<String> lines = Sanitizer.clean(message)
                .strip()
                .lines()
                .flatMap(line -> Wrapping.wrap(Sanitizer.cut(line, LINE), layout.width() - LABEL).stream())
                .limit(layout.messageLines())
                .collect(Collectors.toCollection(ArrayList::new));
        ThreadPlaces.of(finding).forEach(line -> lines.addAll(wrap(line, layout)));
        add(entries, "actual", lines);
    }

    private static List<String> where(Diagnosis diagnosis, Layout layout) {
        Location at = diagnosis.location();
        if (!diagnosis.method().isEmpty()) {
            return wrap(diagnosis.method(), layout);
        }
        if (at == null) {
            return List.of();
        }
        String place = Sanitizer.line(at.toString(), LINE);
        return diagnosis.code().isEmpty()
                ? List.of(place)
                : List.of(place, "> " + Sanitizer.line(diagnosis.code(), LINE));
    }

    /**
     * Returns the mistake in the code if one is certain, else the exercise's text for the fault, else the general one.
     */
    private static String yourCode(Diagnosis diagnosis) {
        if (!diagnosis.yourCode().isEmpty()) {
            return diagnosis.yourCode();
        }
        String here = diagnosis.inThisExercise().isEmpty() ? diagnosis.explanation() : diagnosis.inThisExercise();
        return (here + " " + diagnosis.hint()).strip();
    }

    private static void steps(List<Entry> entries, Finding finding, Layout layout) {
        if (layout.steps() > 0) {
            add(entries, "steps", ScheduleTable.draw(finding.schedule(), layout.steps(), layout.width()));
        }
    }

    private static void replay(List<Entry> entries, Finding finding, Layout layout) {
        String token = finding.replay();
        if (token != null) {
            add(entries, "replay", List.of(Sanitizer.line(layout.bouncer() + " replay " + token, 2 * LINE)));
        }
    }

    private static List<String> wrap(String text, Layout layout) {
        return Wrapping.wrap(Sanitizer.line(text, 4 * LINE), layout.width() - LABEL);
    }

    private static void add(List<Entry> entries, String label, List<String> lines) {
        if (!lines.isEmpty()) {
            entries.add(new Entry(label, lines));
        }
    }
}
