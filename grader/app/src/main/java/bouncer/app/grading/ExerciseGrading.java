package bouncer.app.grading;

import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.Exercise;
import bouncer.app.sandbox.Debugging;
import bouncer.app.sandbox.RestartingWorker;
import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Judge;
import bouncer.app.verdict.Seeds;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.ChoicePoint;
import bouncer.checks.result.Phase;
import bouncer.worker.wire.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One exercise of one submission on its way: intake, compile and rules at once, then check by check. Used by one thread
 * at a time; different gradings do not disturb each other.
 */
public final class ExerciseGrading implements AutoCloseable {
    private static final long LIMIT_MILLIS = 8_000;
    private static final long UNLIMITED_MILLIS = 86_400_000;
    private final Exercise room;
    private final List<CheckSpec> specs;
    private final List<CheckReport> reports = new ArrayList<>();
    private final Preparation prepared;
    private final GradingEnvironment bench;
    private final WorkerSet slot;
    private final Stopwatch stopwatch;
    private int series;
    private boolean looksAhead;
    private @Nullable ExplorationPrefetcher ahead;

    /**
     * Prepares the exercise: everything before the first check.
     *
     * @param specs the checks to judge
     * @throws IOException if the machine does not let us work
     */
    ExerciseGrading(Exercise room, List<CheckSpec> specs, java.nio.file.Path submission, GradingEnvironment bench)
            throws IOException, InterruptedException {
        this.room = room;
        this.specs = List.copyOf(specs);
        this.stopwatch = new Stopwatch();
        this.bench = bench;
        this.slot = bench.slot();
        try {
            this.prepared = Preparation.of(room, submission, bench, slot, stopwatch);
        } catch (IOException | InterruptedException | RuntimeException e) {
            slot.close();
            throw e;
        }
        prepared.result()
                .ifPresent(
                        result -> reports.add(Judge.score(prepared.phase(), "the rules of the exercise", 0, result)));
    }

    /** Judges with other seeds than a verdict rests on: what is right must be found right with any. */
    public void seeds(int newSeries) {
        series = newSeries;
    }

    /**
     * From now on checks are explored while others run, and by two workers where there is much to explore, if there is more than
     * one processor. The results are the same.
     */
    public void lookAhead() {
        looksAhead = Runtime.getRuntime().availableProcessors() > 1 && !Debugging.isOn();
    }

    /** The sources that were taken, by path. */
    public SortedMap<String, String> files() {
        return prepared.files();
    }

    /** The class files that the compiler made, by binary name with slashes; empty when it could not. */
    public SortedMap<String, byte[]> classes() {
        return prepared.classes();
    }

    /** The checks to judge: contract first, then explore, stress and timing. */
    public List<CheckSpec> specs() {
        return specs;
    }

    /** What keeps every check from being judged: sources, compiler or rules; empty when nothing does. */
    public Optional<CheckResult> blocker() {
        return prepared.result().filter(result -> result.outcome() != CheckOutcome.PASSED);
    }

    /** Judges one check and remembers it for the report; SKIPPED when the class is not started or cannot be judged. */
    public CheckResult judge(CheckSpec spec) throws InterruptedException {
        String reason = prepared.blocked().isEmpty() ? SkipPolicy.skipping(spec, reports) : prepared.blocked();
        boolean judged = reason.isEmpty();
        if (!judged && ahead != null) {
            ahead.skip(spec);
        }
        CheckResult result = judged
                ? demandCoverage(spec, run(spec))
                : new CheckResult(spec.id(), CheckOutcome.SKIPPED, List.of(), reason, new CheckCoverage.None(), 0);
        reports.add(Judge.score(spec.phase(), spec.title(), spec.points(), result));
        return result;
    }

    private CheckResult run(CheckSpec spec) throws InterruptedException {
        long start = System.nanoTime();
        try {
            if (!looksAhead) {
                slot.expect(specs);
            } else if (ahead == null) {
                ahead = ExplorationPrefetcher.start(specs, slot, this::run);
            }
            if (spec.phase().isMeasured()) {
                lookNoFurther();
            }
            return ahead != null && spec.phase() == Phase.EXPLORE
                    ? ahead.await(spec)
                    : run(slot.workersFor(spec.phase()), spec);
        } finally {
            stopwatch.add(spec.phase().id(), System.nanoTime() - start);
        }
    }

    private CheckResult run(RestartingWorker workers, CheckSpec spec) throws InterruptedException {
        return HiddenChecks.mask(spec, workers.run(request(spec, null, false, List.of())));
    }

    /** From now on nothing runs but what is asked for. */
    private void lookNoFurther() throws InterruptedException {
        ExplorationPrefetcher open = ahead;
        ahead = null;
        looksAhead = false;
        if (open != null) {
            open.close();
        }
    }

    /**
     * Runs the one schedule of a replay token, without a word in the report.
     *
     * @return FAILED with the finding and its schedule, PASSED when nothing is wrong any more, INCONCLUSIVE when the token
     *     is none of this check's, SKIPPED when the class cannot be judged
     */
    public CheckResult replay(CheckSpec spec, String token) throws InterruptedException {
        return prepared.blocked().isEmpty()
                ? HiddenChecks.mask(spec, slot.workersFor(spec.phase()).run(request(spec, token, false, List.of())))
                : new CheckResult(
                        spec.id(), CheckOutcome.SKIPPED, List.of(), prepared.blocked(), new CheckCoverage.None(), 0);
    }

    /**
     * Runs an explored check by somebody's decisions, without a word in the report.
     *
     * @param decisions the numbers of the turns that were taken, from 0
     * @param stood told where they lead, unless the class cannot be judged
     * @return PASSED when nothing went wrong so far, else as of {@link #replay}
     */
    public CheckResult walk(CheckSpec spec, List<String> decisions, Consumer<ChoicePoint> stood)
            throws InterruptedException {
        return prepared.blocked().isEmpty()
                ? slot.workersFor(spec.phase()).run(request(spec, null, true, decisions), stood)
                : new CheckResult(
                        spec.id(), CheckOutcome.SKIPPED, List.of(), prepared.blocked(), new CheckCoverage.None(), 0);
    }

    private Message.Run request(CheckSpec spec, @Nullable String token, boolean chosen, List<String> decisions) {
        return new Message.Run(
                spec.id(),
                spec.checkClass(),
                spec.method(),
                spec.on().name(),
                Seeds.of(spec.id(), series),
                Debugging.isOn() ? UNLIMITED_MILLIS : LIMIT_MILLIS,
                token,
                chosen,
                decisions);
    }

    /** A check that counts what it does, and did nothing, has shown nothing. */
    private static CheckResult demandCoverage(CheckSpec spec, CheckResult result) {
        boolean counts = spec.phase() != Phase.CONTRACT;
        return counts && result.outcome() == CheckOutcome.PASSED && result.coverage() instanceof CheckCoverage.None
                ? new CheckResult(
                        result.id(),
                        CheckOutcome.ERROR,
                        List.of(),
                        "The check passed without having done anything",
                        result.coverage(),
                        result.millis())
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
        return Judge.report(room.slug(), room.title(), prepared.sourceRoot(), prepared.started(), reports);
    }

    /** Where the time went so far. */
    public Stopwatch stopwatch() {
        return stopwatch;
    }

    @Override
    public void close() throws InterruptedException {
        lookNoFurther();
        bench.giveBack(slot);
    }
}
