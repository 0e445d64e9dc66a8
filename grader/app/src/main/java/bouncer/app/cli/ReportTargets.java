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

/** Where reports go, as {@code --report FORMAT=FILE} and {@code --json FILE} say; {@code -} is standard output. */
record ReportTargets(List<Target> targets) {
    ReportTargets {
        targets = List.copyOf(targets);
    }

    private record Target(ReportFormat format, String file) {}

    /**
     * Reads the options.
     *
     * @throws IllegalArgumentException with a sentence for the user if one cannot be understood
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

    /** Names every format. */
    static String formats() {
        return Arrays.stream(ReportFormat.values()).map(ReportFormat::id).collect(Collectors.joining(", "));
    }

    /** True if standard output belongs to a report, so that nothing else may be printed there. */
    boolean takesStandardOutput() {
        return targets.stream().anyMatch(target -> target.file().equals("-"));
    }

    /**
     * Writes every report, also when another one cannot be written.
     *
     * @param log where the stack trace of a format that fails is kept
     * @return what went wrong, a sentence each
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

    /** Writes UTF-8; half of a surrogate pair becomes a question mark, where {@link Files#writeString} would throw. */
    static void writeFile(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Why reports could not be written.
     *
     * @param files files that could not be written
     * @param harness failures of ours
     */
    record Problems(List<String> files, List<String> harness) {
        /** Writes a report and keeps what goes wrong. */
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
