package bouncer.app.cli;

import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.Exercise;

/**
 * What is being done at this moment, on the terminal's last line; gone before anything else is printed. Nothing at all
 * where there is no terminal, or one that knows no way back to the left edge. Used by one thread.
 */
final class StatusLine {
    private static final int WIDTH = 78;
    private final boolean shown;
    private boolean written;

    private StatusLine(boolean shown) {
        this.shown = shown;
    }

    static StatusLine open() {
        boolean wide = Integer.getInteger("bouncer.width", WIDTH + 2) > WIDTH;
        return new StatusLine(wide && ConsoleProgress.isTerminal() && !"dumb".equals(System.getenv("TERM")));
    }

    /** Names the check that runs now. */
    void show(Exercise room, int number, int of, CheckSpec check) {
        if (shown) {
            String words = String.format(
                    "%s  %d of %d, %s: %s",
                    room.slug(), number, of, check.phase().id(), check.title());
            String line = words.length() > WIDTH ? words.substring(0, WIDTH - 3) + "..." : words;
            System.err.printf("\r%-" + WIDTH + "s\r", line);
            System.err.flush();
            written = true;
        }
    }

    /** Takes it away. */
    void clear() {
        if (written) {
            System.err.print("\r" + " ".repeat(WIDTH) + "\r");
            System.err.flush();
            written = false;
        }
    }
}
