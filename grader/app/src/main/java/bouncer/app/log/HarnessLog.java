package bouncer.app.log;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The log file of harness errors. The console and the reports show one sentence; the stack trace is only in the log.
 * Thread-safe within a process.
 *
 * @param file the log; when it cannot be written, one in the directory for temporary files is
 * @param shown how messages name it
 */
public record HarnessLog(Path file, String shown) {
    private static final String NAME = "harness.log";
    private static final long LARGEST = 1L << 20;
    private static final int LONGEST_MESSAGE = 300;

    /**
     * Returns the log of a batch, in its output directory. Students read its messages, so they contain no path of the
     * machine.
     */
    public static HarnessLog ofBatch(Path out) {
        return new HarnessLog(out.resolve(NAME), NAME + " beside results.csv");
    }

    /**
     * Returns the log of every other command, in the directory {@code .bouncer} beside the exercises.
     *
     * @param exercises the directory of the exercises
     */
    public static HarnessLog of(Path exercises) {
        Path home = exercises.toAbsolutePath().normalize();
        Path file = home.resolveSibling(".bouncer").resolve(NAME);
        return new HarnessLog(file, file.toString());
    }

    /**
     * Appends the stack trace of a failure to the log. Never throws.
     *
     * @param doing what failed, such as "while grading 04-counter"
     * @param problem the failure
     * @return a line that says what happened and which file has the stack trace
     */
    public String record(String doing, Throwable problem) {
        StringWriter trace = new StringWriter();
        try (PrintWriter out = new PrintWriter(trace)) {
            problem.printStackTrace(out);
        }
        return record(doing, problem.toString(), trace.toString());
    }

    /**
     * Appends a failure of another process to the log. Never throws.
     *
     * @param doing what failed, such as "while grading 04-counter"
     * @param problem what happened
     * @param trace the stack trace or what else is known; may be empty
     * @return a line that says what happened and which file has the stack trace
     */
    public synchronized String record(String doing, String problem, String trace) {
        String entry = String.format(
                "%s  JDK %s  %s%n%s%n%n",
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                System.getProperty("java.version"),
                doing,
                trace.isEmpty() ? problem : trace.stripTrailing());
        String sentence = "The harness failed " + doing + ": " + oneLine(problem);
        Path instead = Path.of(System.getProperty("java.io.tmpdir"), "bouncer-" + NAME);
        if (append(file, entry)) {
            return sentence + " (stack trace: " + shown + ")";
        }
        return append(instead, entry)
                ? sentence + " (stack trace: " + instead + ")"
                : sentence + " (its stack trace could not be written to " + shown + ")";
    }

    /**
     * Appends to a file, after renaming one that has grown large to {@code harness.log.1}. Returns false if it cannot
     * be written.
     */
    private static boolean append(Path target, String text) {
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            if (Files.exists(target) && Files.size(target) > LARGEST) {
                Path before = target.resolveSibling(target.getFileName() + ".1");
                Files.move(target, before, StandardCopyOption.REPLACE_EXISTING);
            }
            // getBytes replaces an unpaired surrogate, where Files.writeString would throw.
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            Files.write(target, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String oneLine(String problem) {
        String text = problem.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
    }
}
