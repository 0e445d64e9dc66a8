package bouncer.app.board;

import bouncer.app.report.Wrapping;
import bouncer.checks.result.CheckOutcome;
import java.util.List;

/** Words, paths and widths of what a learner reads in a terminal. Stateless. */
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
        return Wrapping.wrap(text, WIDTH);
    }

    /** A number of things: {@code 1 schedule}, {@code 2 schedules}. */
    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** An outcome in at most twelve letters. */
    public static String of(CheckOutcome outcome) {
        return switch (outcome) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case SKIPPED -> "skipped";
            case INCONCLUSIVE -> "inconclusive";
            case ERROR -> "error";
        };
    }
}
