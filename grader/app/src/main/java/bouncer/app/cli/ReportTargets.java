package bouncer.app.cli;

import bouncer.app.log.HarnessLog;
import bouncer.app.report.ReportFormat;
import bouncer.app.verdict.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files that {@code --report FORMAT=FILE} and {@code --json FILE} ask for; {@code -} is standard output. Immutable.
 */
record ReportTargets(List<Target> targets) {
    ReportTargets {
        targets = List.copyOf(targets);
    }

    private record Target(ReportFormat format, String file) {}

    /**
     * Parses the options.
     *
     * @param options the values of {@code --report}
     * @param json the value of {@code --json}, or null
     * @throws IllegalArgumentException if one cannot be understood; the message is a sentence for the user
     */
    static ReportTargets parse(List<String> options, @Nullable String json) {
        List<Target> targets = new ArrayList<>();
        if (json != null) {
            targets.add(new Target(ReportFormat.JSON, json));
        }
        for (String option : options) {
            int equals = option.indexOf('=');
            String id = equals < 0 ? option : option.substring(0, equals);
            ReportFormat format = ReportFormat.of(id)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "no report format is called " + id + "; there are " + formats()));
            if (equals < 0 || equals == option.length() - 1) {
                throw new IllegalArgumentException(
                        "--report " + option + " names no file; write --report " + id + "=FILE");
            }
            targets.add(new Target(format, option.substring(equals + 1)));
        }
        if (targets.stream().filter(target -> target.file().equals("-")).count() > 1) {
            throw new IllegalArgumentException("only one report can go to standard output");
        }
        return new ReportTargets(targets);
    }

    /** Returns the names of all formats, separated by commas. */
    static String formats() {
        return Arrays.stream(ReportFormat.values()).map(ReportFormat::id).collect(Collectors.joining(", "));
    }

    /** Returns true if a report goes to standard output, so that nothing else may be printed there. */
    boolean takesStandardOutput() {
        return targets.stream().anyMatch(target -> target.file().equals("-"));
    }

    /**
     * Writes every report, even if another one cannot be written.
     *
     * @param log where the stack trace of a format that fails is kept
     * @return a sentence for each report that could not be written
     */
    Problems write(Report report, HarnessLog log) {
        ReportFormat.Context context = new ReportFormat.Context(System.getenv(), Instant.now());
        Problems problems = new Problems(new ArrayList<>(), new ArrayList<>());
        for (Target target : targets) {
            problems.collect(log, target.file(), () -> {
                String text = target.format().write(report, context);
                if (target.file().equals("-")) {
                    System.out.print(text);
                    System.out.flush();
                } else {
                    writeFile(Path.of(target.file()), text);
                }
            });
        }
        return problems;
    }

    /**
     * Writes a file in UTF-8. An unpaired surrogate becomes a question mark, where {@link Files#writeString} would
     * throw.
     */
    static void writeFile(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reasons why reports could not be written. Mutable, used by one thread.
     *
     * @param files a sentence for each file that cannot be written
     * @param harness a sentence for each harness error
     */
    record Problems(List<String> files, List<String> harness) {
        /** Writes a report and records why it failed, if it did. */
        void collect(HarnessLog log, String file, Writing writing) {
            try {
                writing.write();
            } catch (IOException | InvalidPathException e) {
                files.add("The report " + file + " cannot be written: " + e);
            } catch (RuntimeException | StackOverflowError e) {
                harness.add(log.record("while writing " + file, e));
            }
        }
    }

    /** Writes one report. */
    interface Writing {
        void write() throws IOException;
    }
}
