package bouncer.app.cli;

import bouncer.app.batch.BatchProgress;
import java.time.Duration;
import java.util.Locale;

/**
 * Shows the progress of a batch on standard error: on a terminal as a bar with the rate and the remaining time,
 * otherwise as a line every ten seconds. Used by one thread at a time.
 */
final class ConsoleProgress implements BatchProgress, AutoCloseable {
    private static final long LINE_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long BAR_NANOS = Duration.ofMillis(500).toNanos();
    private static final int BAR_WIDTH = 30;
    private final Thread shutdownHook;
    private long begin;
    private long shownAt;
    private boolean terminal;
    private int open;
    private int done;
    private volatile boolean running;

    private ConsoleProgress(String command) {
        // Also runs after Ctrl-C.
        this.shutdownHook = new Thread(() -> {
            if (running) {
                System.err.println(
                        System.lineSeparator() + "Stopped. The results so far are kept; to continue: " + command);
            }
        });
    }

    /**
     * Starts the display.
     *
     * @param command the command that continues an interrupted run
     */
    static ConsoleProgress open(String command) {
        ConsoleProgress progress = new ConsoleProgress(command);
        Runtime.getRuntime().addShutdownHook(progress.shutdownHook);
        return progress;
    }

    @Override
    public void begin(int total, int kept) {
        begin = System.nanoTime();
        shownAt = begin;
        open = total - kept;
        running = true;
        terminal = open > 0 && isTerminal();
        if (terminal) {
            show();
        } else {
            System.err.println("bouncer: " + open + " to grade, " + kept + " graded before");
        }
    }

    @Override
    public void graded(String user, int score, int maxScore) {
        done++;
        long now = System.nanoTime();
        if (done < open && now - shownAt > (terminal ? BAR_NANOS : LINE_NANOS)) {
            shownAt = now;
            show();
        }
    }

    private void show() {
        String rate = "";
        if (done > 0) {
            double perSecond = done / ((System.nanoTime() - begin) / 1e9);
            rate = String.format(
                    Locale.ROOT, ", %.2f/s, about %d s left", perSecond, Math.round((open - done) / perSecond));
        }
        String counted = done + " of " + open + rate;
        if (terminal) {
            int filled = BAR_WIDTH * done / open;
            String bar = "=".repeat(filled) + " ".repeat(BAR_WIDTH - filled);
            System.err.printf("\r[%s] %-40s", bar, counted);
            System.err.flush();
        } else {
            System.err.println("bouncer: " + counted);
        }
    }

    /** Returns how many submissions were graded by this run. */
    int gradedNow() {
        return done;
    }

    @Override
    public void end() {
        if (running && terminal) {
            show();
            System.err.println();
        }
        running = false;
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            // The process is shutting down already.
            return;
        }
    }

    /**
     * Returns true if standard input and output are a terminal. Since JDK 22 {@link System#console} is not null without
     * a terminal, unless the old implementation is requested.
     */
    @SuppressWarnings("SystemConsoleNull") // the old implementation is requested
    static boolean isTerminal() {
        System.setProperty("jdk.console", "java.base");
        return System.console() != null && System.getenv("CI") == null;
    }
}
