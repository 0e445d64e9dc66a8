package bouncer.app.pipeline;

import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.Room;
import bouncer.app.compile.Compiler;
import bouncer.app.rules.Rules;
import bouncer.app.sandbox.WorkerClassPath;
import bouncer.app.sandbox.WorkerSettings;
import bouncer.app.sandbox.Workers;
import bouncer.app.submission.Intake;
import bouncer.app.submission.Sources;
import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Judge;
import bouncer.app.verdict.Seeds;
import bouncer.checks.finding.CheckResult;
import bouncer.checks.finding.Coverage;
import bouncer.checks.finding.Fault;
import bouncer.checks.finding.Finding;
import bouncer.checks.finding.Outcome;
import bouncer.checks.wire.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One exercise of one submission on its way: intake, compile and rules at once, then check by check. One thread. */
public final class Grading implements AutoCloseable {
    private static final int HEAP_MEGABYTES = 256;
    private static final long LIMIT_MILLIS = 20_000;
    private final Room room;
    private final List<CheckSpec> specs;
    private final List<CheckReport> reports = new ArrayList<>();
    private final SortedMap<String, String> files = new TreeMap<>();
    private final boolean started;
    private final @Nullable String blocked;
    private final Path work;
    private String sourceRoot = "";
    private final @Nullable Workers workers;

    /**
     * Prepares the exercise: everything before the first check.
     *
     * @param checkClasses the directory of compiled checks
     * @throws IOException if the machine does not let us work
     */
    public Grading(Room room, List<CheckSpec> specs, Path submission, Path checkClasses)
            throws IOException, InterruptedException {
        this.room = room;
        this.specs = List.copyOf(specs);
        this.work = Files.createTempDirectory("bouncer");
        Path classes = Files.createDirectory(work.resolve("classes"));
        List<Finding> unusable = compile(submission, classes);
        Rules.Seen seen = unusable.isEmpty() ? Rules.look(classes, room) : new Rules.Seen(false, List.of());
        boolean missing = seen.findings().stream().anyMatch(Finding.Unusable.class::isInstance);
        String kind = unusable.isEmpty() ? "rule" : "compile";
        String id = unusable.isEmpty() ? "rules" : "compile";
        List<Finding> wrong = unusable.isEmpty() ? seen.findings() : unusable;
        this.started = !seen.notStarted();
        if (started) {
            CheckResult result = new CheckResult(
                    id, wrong.isEmpty() ? Outcome.PASSED : Outcome.FAILED, wrong, "", new Coverage.None(), 0);
            reports.add(Judge.score(kind, "the rules of the exercise", 0, true, result));
        }
        this.blocked = !unusable.isEmpty() || missing
                ? "not judged, because the class cannot be used yet"
                : started
                        ? null
                        : "not started: open exercises/" + room.slug() + "/src/main/java/"
                                + room.files().get(0);
        if (blocked == null) {
            List<Path> classPath = new ArrayList<>(List.of(classes, checkClasses));
            classPath.addAll(WorkerClassPath.locate());
            this.workers = new Workers(new WorkerSettings(classPath, classes, HEAP_MEGABYTES));
        } else {
            this.workers = null;
        }
    }

    private List<Finding> compile(Path submission, Path classes) throws IOException, InterruptedException {
        Sources sources = Intake.find(submission, room);
        if (sources instanceof Sources.Bad bad) {
            return bad.findings();
        }
        if (!(sources instanceof Sources.Found found)) {
            return List.of(new Finding.Unusable(
                    Fault.BAD_SOURCE, "No file of this exercise was found; expected " + room.files(), null));
        }
        files.putAll(found.files());
        sourceRoot = found.root();
        return Compiler.compile(files, Files.createDirectory(work.resolve("sources")), classes);
    }

    /** The sources that were taken, by path. */
    public SortedMap<String, String> files() {
        return files;
    }

    /** The checks to judge: contract first, then explore, stress and timing. */
    public List<CheckSpec> specs() {
        return specs;
    }

    /** Judges one check and remembers it for the report. */
    public CheckResult judge(CheckSpec spec) throws InterruptedException {
        Workers running = workers;
        CheckResult result = running == null
                ? new CheckResult(
                        spec.id(), Outcome.SKIPPED, List.of(), String.valueOf(blocked), new Coverage.None(), 0)
                : running.run(new Message.Run(
                        spec.id(),
                        spec.checkClass(),
                        spec.method(),
                        spec.on().name(),
                        Seeds.of(spec.id()),
                        LIMIT_MILLIS));
        boolean judged = started && blocked == null;
        reports.add(Judge.score(spec.kind(), spec.title(), spec.points(), judged, result));
        // The first thing that is wrong before any check is worth more to a reader than "skipped".
        CheckResult first = reports.get(0).result();
        return blocked != null && first.outcome() == Outcome.FAILED
                ? new CheckResult(spec.id(), Outcome.FAILED, first.findings(), "", first.coverage(), 0)
                : result;
    }

    /** Judges every check. */
    public ExerciseReport judgeAll() throws InterruptedException {
        for (CheckSpec spec : specs) {
            judge(spec);
        }
        return report();
    }

    /** What is known so far. */
    public ExerciseReport report() {
        return new ExerciseReport(room.slug(), room.title(), sourceRoot, Judge.decide(reports, started), reports);
    }

    @Override
    public void close() throws IOException {
        if (workers != null) {
            workers.close();
        }
        Trees.delete(work);
    }
}
