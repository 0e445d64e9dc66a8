package bouncer.app.board;

import bouncer.app.report.Wrapping;
import bouncer.checks.result.CheckOutcome;
import java.util.List;

/** Words, paths and line widths for text in a terminal. Stateless. */
public final class Labels {
    private static final int NARROWEST = 40;

    /** The most characters of a line. */
    static final int WIDTH = width(System.getProperty("bouncer.width", ""));

    private Labels() {}

    /**
     * Returns the path of a file of the learner's directory, relative to the working directory.
     *
     * @param bouncer the command as the learner typed it; it lies in the learner's directory
     * @param path relative to the learner's directory
     */
    public static String path(String bouncer, String path) {
        String before = bouncer.replaceFirst("[^/\\\\]*$", "");
        return before.equals("./") || before.equals(".\\") ? path : before + path;
    }

    /**
     * Returns the line width for the terminal's columns as the start script found them, limited to a readable width.
     */
    static int width(String columns) {
        return columns.matches("\\d{2,4}") ? Math.max(NARROWEST, Math.min(100, Integer.parseInt(columns) - 1)) : 80;
    }

    /** Breaks text at spaces into lines of at most {@link #WIDTH} characters. */
    public static List<String> wrap(String text) {
        return Wrapping.wrap(text, WIDTH);
    }

    /** Returns a number with its noun: {@code 1 schedule}, {@code 2 schedules}. */
    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** Returns an outcome's word, of at most twelve letters. */
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
