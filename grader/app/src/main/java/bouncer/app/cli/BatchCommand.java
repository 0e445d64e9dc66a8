package bouncer.app.cli;

import bouncer.app.batch.Batch;
import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.GradingService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bouncer batch}: judges a whole class, and continues an interrupted run. */
@Command(name = "batch", description = "Judges a directory of submissions.", mixinStandardHelpOptions = true)
final class BatchCommand implements Callable<Integer> {
    private static final Pattern SHARD = Pattern.compile("([1-9]\\d{0,5})/([1-9]\\d{0,5})");

    @Parameters(
            paramLabel = "DIR",
            description = "the class: one directory, .zip, .tar.gz or .java file for each student, with the names of a "
                    + "learning platform or any others")
    private Path directory = Path.of(".");

    @Option(names = "--out", required = true, paramLabel = "OUT", description = "where the results go")
    private Path out = Path.of("out");

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "how many submissions are graded at once (default: the number of processors)")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--shard", paramLabel = "I/N", description = "only every N-th submission, from the I-th on")
    private String shard = "1/1";

    @Option(names = "--exercise", paramLabel = "SLUG", description = "only this exercise; may be repeated")
    private List<String> exercises = new ArrayList<>();

    @Option(names = "--regrade", description = "grade again what was graded; the old grade is kept beside the new")
    private boolean regrade;

    @Option(names = "--jplag", paramLabel = "DIR", description = "lay the sources out for JPlag")
    private @Nullable Path jplag;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private GradingOptions gradingOptions = new GradingOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (GradingService service = gradingOptions.open()) {
            return grade(service);
        }
    }

    private int grade(GradingService service) throws IOException, InterruptedException {
        Matcher part = SHARD.matcher(shard);
        String problem = !Files.isDirectory(directory)
                ? directory + " is not a directory"
                : jobs < 1
                        ? "--jobs must be at least 1"
                        : !part.matches() || Integer.parseInt(part.group(1)) > Integer.parseInt(part.group(2))
                                ? "--shard " + shard + " is not I/N with I from 1 to N"
                                : ExercisesDirectory.unknown(service, exercises);
        if (problem != null) {
            System.err.println("bouncer: " + problem);
            return ExitCode.USAGE;
        }
        List<Exercise> chosen = ExercisesDirectory.chosen(service, exercises);
        Batch.Options options = new Batch.Options(
                directory,
                out,
                jobs,
                Integer.parseInt(part.group(1)),
                Integer.parseInt(part.group(2)),
                regrade,
                jplag,
                clock());
        CpuUsage before = CpuUsage.now();
        long begin = System.nanoTime();
        try (ConsoleProgress progress = ConsoleProgress.open(again())) {
            Batch.Summary summary = Batch.run(service, chosen, gradingOptions.hidden(), options, progress);
            progress.end();
            print(summary, progress.gradedNow(), CpuUsage.now().since(before, System.nanoTime() - begin));
            return BatchSummaryPrinter.exitCode(summary);
        } catch (Batch.Busy e) {
            System.err.println("bouncer: " + e.getMessage() + "; wait for it, or use another --out");
            return ExitCode.USAGE;
        }
    }

    /** Returns the command that continues this run: the same command line. */
    private String again() {
        CommandSpec self = spec;
        return self == null
                ? "bouncer batch"
                : "bouncer "
                        + String.join(
                                " ", self.root().commandLine().getParseResult().originalArgs());
    }

    /** Returns the clock for the results. The variable SOURCE_DATE_EPOCH fixes the time, for reproducible output. */
    private static Clock clock() {
        String epoch = System.getenv("SOURCE_DATE_EPOCH");
        return epoch == null || !epoch.matches("\\d{1,11}")
                ? Clock.systemUTC()
                : Clock.fixed(Instant.ofEpochSecond(Long.parseLong(epoch)), ZoneOffset.UTC);
    }

    private void print(Batch.Summary summary, int graded, String usage) {
        System.out.printf(
                "%d submissions, %d graded now (%d exercises judged, %d with the same sources as one judged before), %d kept from before%n",
                summary.submissions(), graded, summary.judged(), summary.known(), summary.submissions() - graded);
        BatchSummaryPrinter.print(summary, out);
        if (graded > 0) {
            System.out.println(usage.replace("{n}", Integer.toString(graded)));
        }
        Path sources = jplag;
        if (sources != null) {
            System.out.println("For similarity: java -jar jplag.jar -l java " + sources.resolve("submissions") + " -bc "
                    + sources.resolve("base"));
        }
    }
}
