package bouncer.app.cli;

import bouncer.app.batch.BatchProgress;
import java.time.Duration;
import java.util.Locale;

/**
 * How far a batch is, on standard error: a bar with the rate and the time left where there is a terminal, and a line now
 * and then where there is none. Used by one thread.
 */
final class ConsoleProgress implements BatchProgress, AutoCloseable {
    private static final long LINE_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long BAR_NANOS = Duration.ofMillis(500).toNanos();
    private static final int BAR_WIDTH = 30;
    private final Thread farewell;
    private long begin;
    private long shownAt;
    private boolean terminal;
    private int open;
    private int done;
    private volatile boolean running;

    private ConsoleProgress(String command) {
        // Runs also after Ctrl-C.
        this.farewell = new Thread(() -> {
            if (running) {
                System.err.println(
                        System.lineSeparator() + "Stopped. The results so far are kept; to continue: " + command);
            }
        });
    }

    /** Starts; the command continues an interrupted run. */
    static ConsoleProgress open(String command) {
        ConsoleProgress progress = new ConsoleProgress(command);
        Runtime.getRuntime().addShutdownHook(progress.farewell);
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

    /** How many were graded by this run. */
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
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException e) {
            // The process is ending already.
            return;
        }
    }

    /** From JDK 22 on there is a console even where there is no terminal, unless the old one is asked for. */
    @SuppressWarnings("SystemConsoleNull") // the old one is asked for
    static boolean isTerminal() {
        System.setProperty("jdk.console", "java.base");
        return System.console() != null && System.getenv("CI") == null;
    }
}
