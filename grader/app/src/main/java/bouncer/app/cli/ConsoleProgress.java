package bouncer.app.cli;

import bouncer.app.batch.BatchProgress;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar with rate and time left where there is a terminal, and a line now and then where there is none. */
final class ConsoleProgress implements BatchProgress, AutoCloseable {
    private static final long QUIET_NANOS = Duration.ofSeconds(10).toNanos();
    private final Thread farewell;
    private @Nullable ProgressBar bar;
    private long begin;
    private long lastLine;
    private int open;
    private int done;
    private volatile boolean running;

    private ConsoleProgress(String command) {
        // Ctrl-C ends this process as it likes; what is written is written, and this says how to go on.
        this.farewell = new Thread(() -> {
            if (running) {
                System.err.println(
                        System.lineSeparator() + "Stopped. Nothing that was graded is lost; to go on: " + command);
            }
        });
    }

    /** Starts watching; the command is what goes on with an interrupted run. */
    static ConsoleProgress open(String command) {
        ConsoleProgress progress = new ConsoleProgress(command);
        Runtime.getRuntime().addShutdownHook(progress.farewell);
        return progress;
    }

    @Override
    public void begin(int total, int kept) {
        begin = System.nanoTime();
        lastLine = begin;
        open = total - kept;
        running = true;
        if (open > 0 && isTerminal()) {
            bar = new ProgressBarBuilder()
                    .setTaskName("grading")
                    .setInitialMax(open)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(500)
                    .showSpeed()
                    .setConsumer(new ConsoleProgressBarConsumer(System.err))
                    .build();
        } else {
            System.err.println("bouncer: " + open + " to grade, " + kept + " graded before");
        }
    }

    @Override
    public void graded(String user, int score, int maxScore) {
        done++;
        ProgressBar shown = bar;
        if (shown != null) {
            shown.step();
            return;
        }
        long now = System.nanoTime();
        if (now - lastLine > QUIET_NANOS && done < open) {
            lastLine = now;
            double perSecond = done / ((now - begin) / 1e9);
            System.err.printf(
                    Locale.ROOT,
                    "bouncer: %d of %d, %.2f/s, about %d s left%n",
                    done,
                    open,
                    perSecond,
                    Math.round((open - done) / perSecond));
        }
    }

    /** How many were graded by this run. */
    int gradedNow() {
        return done;
    }

    @Override
    public void end() {
        running = false;
        ProgressBar shown = bar;
        bar = null;
        if (shown != null) {
            shown.close();
        }
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
