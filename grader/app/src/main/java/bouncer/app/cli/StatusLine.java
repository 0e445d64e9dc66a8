package bouncer.app.cli;

import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.Exercise;

/**
 * Shows the running check on the terminal's last line, and erases it before anything else is printed. Shows nothing
 * without a terminal, or on one that cannot return to the left edge. Used by one thread.
 */
final class StatusLine {
    private static final int WIDTH = 78;
    private final boolean shown;
    private boolean written;

    private StatusLine(boolean shown) {
        this.shown = shown;
    }

    /** Returns a status line on the terminal, or one that shows nothing if there is none. */
    static StatusLine open() {
        boolean wide = Integer.getInteger("bouncer.width", WIDTH + 2) > WIDTH;
        return new StatusLine(wide && ConsoleProgress.isTerminal() && !"dumb".equals(System.getenv("TERM")));
    }

    /**
     * Shows the check that runs now.
     *
     * @param number the number of the check, from 1
     * @param of how many checks there are
     */
    void show(Exercise exercise, int number, int of, CheckSpec check) {
        show(String.format(
                "%s  %d of %d, %s: %s",
                exercise.slug(), number, of, check.phase().id(), check.title()));
    }

    /** Shows a text, cut to the width of the line. */
    void show(String words) {
        if (shown) {
            String line = words.length() > WIDTH ? words.substring(0, WIDTH - 3) + "..." : words;
            System.err.printf("\r%-" + WIDTH + "s\r", line);
            System.err.flush();
            written = true;
        }
    }

    /** Erases the line. */
    void clear() {
        if (written) {
            System.err.print("\r" + " ".repeat(WIDTH) + "\r");
            System.err.flush();
            written = false;
        }
    }
}
