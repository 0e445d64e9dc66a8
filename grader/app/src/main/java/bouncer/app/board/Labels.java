package bouncer.app.board;

import bouncer.app.verdict.Verdict;
import bouncer.checks.result.CheckOutcome;
import java.util.ArrayList;
import java.util.List;

/** What verdicts and outcomes are called before learners. Stateless. */
public final class Labels {
    private static final int NARROWEST = 40;

    /** How long a line may be. */
    static final int WIDTH = width(System.getProperty("bouncer.width", ""));

    private Labels() {}

    /**
     * Where a file of the learner's directory is, seen from where the learner stands.
     *
     * @param bouncer how the learner typed the command, which is in that directory
     * @param path seen from that directory
     */
    public static String path(String bouncer, String path) {
        String before = bouncer.replaceFirst("[^/\\\\]*$", "");
        return before.equals("./") || before.equals(".\\") ? path : before + path;
    }

    /** The terminal's columns, as far as the starting script could tell; no line is longer than is good to read. */
    static int width(String columns) {
        return columns.matches("\\d{2,4}") ? Math.max(NARROWEST, Math.min(100, Integer.parseInt(columns) - 1)) : 80;
    }

    /** Breaks text into lines of a good length, at spaces. */
    public static List<String> wrap(String text) {
        return wrap(text, WIDTH);
    }

    /** Breaks text into lines of at most so many characters, at spaces; what is longer than a line stays whole. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ", -1)) {
                if (line.length() > 0 && line.length() + 1 + word.length() > width) {
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

    /** A number of things: {@code 1 schedule}, {@code 2 schedules}. */
    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** A verdict in at most twelve letters. */
    public static String of(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> "accepted";
            case REJECTED -> "turned away";
            case NOT_STARTED -> "not started";
            case INCONCLUSIVE -> "inconclusive";
            case ERROR -> "our fault";
        };
    }

    /** An outcome in at most twelve letters. */
    public static String of(CheckOutcome outcome) {
        return switch (outcome) {
            case PASSED -> "passed";
            case FAILED -> "FAILED";
            case SKIPPED -> "not run";
            case INCONCLUSIVE -> "inconclusive";
            case ERROR -> "our fault";
        };
    }
}
