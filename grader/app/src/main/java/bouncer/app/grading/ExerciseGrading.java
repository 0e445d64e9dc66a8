package bouncer.app.grading;

import bouncer.app.catalogue.CheckOrder;
import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.Exercise;
import bouncer.app.diagnosis.Diagnostician;
import bouncer.app.sandbox.Debugging;
import bouncer.app.sandbox.RestartingWorker;
import bouncer.app.submission.Sources;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Grades one exercise of a submission: compiles it and compares it with the rules at once, then judges its checks.
 * Every command of Bouncer judges here. Used by one thread at a time; different gradings do not disturb each other.
 */
public final class ExerciseGrading implements AutoCloseable {
    private static final long LIMIT_MILLIS = 8_000;
    private static final long UNLIMITED_MILLIS = 86_400_000;
    private final Exercise room;
    private final List<CheckSpec> specs;
    private final List<CheckReport> reports = new ArrayList<>();
    private final Map<String, CheckResult> results = new HashMap<>();
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
     * @param specs all checks of the exercise, in the order of judging
     * @param checks their class files
     * @param sources what was found of the exercise
     * @throws IOException if a process or a file cannot be had
     */
    ExerciseGrading(
            Exercise room, List<CheckSpec> specs, ExerciseChecks checks, Sources sources, GradingEnvironment bench)
            throws IOException, InterruptedException {
        this.room = room;
        this.specs = List.copyOf(specs);
        this.stopwatch = new Stopwatch();
        this.bench = bench;
        this.slot = bench.slot();
        try (MachineLock.Turn turn = MachineLock.begin(Phase.COMPILE)) {
            this.prepared = Preparation.of(room, sources, checks, bench, slot, stopwatch);
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
     * From now on checks are explored while others run, and by two workers where there is much to explore, if there is
     * more than one processor. The results are the same. For a grading that has the machine to itself.
     */
    public void lookAhead() {
        looksAhead = Runtime.getRuntime().availableProcessors() > 1 && !Debugging.isOn();
    }

    /** Returns the text of the sources by path below the source root. */
    public SortedMap<String, String> files() {
        return prepared.files();
    }

    /** Returns the class files that the compiler made, by binary name with slashes; empty if it failed. */
    public SortedMap<String, byte[]> classes() {
        return prepared.classes();
    }

    /** Returns all checks of the exercise in the order of judging. */
    public List<CheckSpec> specs() {
        return specs;
    }

    /** What keeps every check from being judged: sources, compiler or rules; empty when nothing does. */
    public Optional<CheckResult> blocker() {
        return prepared.result().filter(result -> result.outcome() != CheckOutcome.PASSED);
    }

    /**
     * Judges every check that was not judged yet.
     *
     * @return what is known at the end; complete unless the observer ended the judging
     * @throws IOException if the observer threw it
     */
    public ExerciseReport judge(JudgingObserver observer) throws IOException, InterruptedException {
        return judge(specs, observer);
    }

    /**
     * Judges some checks in the order of judging, and before each of them those that it comes after. What was judged
     * before is not judged again.
     *
     * @param wanted some of {@link #specs}, in any order
     * @return what is known at the end
     * @throws IOException if the observer threw it
     */
    public ExerciseReport judge(Collection<CheckSpec> wanted, JudgingObserver observer)
            throws IOException, InterruptedException {
        List<CheckSpec> chosen = CheckOrder.withPredecessors(wanted, specs).stream()
                .filter(spec -> !results.containsKey(spec.id()))
                .toList();
        MachineLock.@Nullable Turn alone = null;
        try {
            for (int i = 0; i < chosen.size() && observer.next(i + 1, chosen.size(), chosen.get(i)); i++) {
                CheckSpec spec = chosen.get(i);
                String reason = prepared.blocked().isEmpty() ? SkipPolicy.skipping(spec, reports) : prepared.blocked();
                if (!spec.phase().isMeasured() && alone != null) {
                    alone.close();
                    alone = null;
                } else if (spec.phase().isMeasured() && alone == null && reason.isEmpty()) {
                    // Measured checks that stand together take one turn, so that the machine changes hands seldom.
                    lookNoFurther();
                    alone = MachineLock.begin(spec.phase());
                }
                CheckResult result = reason.isEmpty() ? demandCoverage(spec, run(spec, chosen)) : skipped(spec, reason);
                if (SkipPolicy.isEndless(result)) {
                    lookNoFurther();
                }
                results.put(spec.id(), result);
                reports.add(Judge.score(spec.phase(), spec.title(), spec.points(), result));
                observer.judged(spec, result);
            }
        } finally {
            if (alone != null) {
                alone.close();
            }
        }
        return report();
    }

    /** What was judged so far, in the order of judging. */
    public List<CheckReport> judged() {
        return List.copyOf(reports);
    }

    /** Returns true if every check was judged. */
    public boolean isComplete() {
        return results.size() == specs.size();
    }

    private CheckResult skipped(CheckSpec spec, String reason) {
        if (ahead != null) {
            ahead.skip(spec);
        }
        return new CheckResult(spec.id(), CheckOutcome.SKIPPED, List.of(), reason, new CheckCoverage.None(), 0);
    }

    private CheckResult run(CheckSpec spec, List<CheckSpec> chosen) throws InterruptedException {
        long start = System.nanoTime();
        try {
            if (!looksAhead) {
                slot.expect(chosen);
            } else if (ahead == null) {
                ahead = ExplorationPrefetcher.start(chosen, slot, this::run);
            }
            return ahead != null && spec.phase() == Phase.EXPLORE
                    ? ahead.await(spec)
                    : run(slot.workersFor(spec.phase()), spec);
        } finally {
            stopwatch.add(spec.phase().id(), System.nanoTime() - start);
        }
    }

    private CheckResult run(RestartingWorker workers, CheckSpec spec) throws InterruptedException {
        try (MachineLock.Turn turn = MachineLock.begin(spec.phase())) {
            return HiddenChecks.mask(spec, workers.run(request(spec, null, false, List.of())));
        }
    }

    /** Ends the exploration ahead: from now on nothing runs but the check that is being judged. */
    private void lookNoFurther() throws InterruptedException {
        ExplorationPrefetcher open = ahead;
        ahead = null;
        looksAhead = false;
        if (open != null) {
            open.close();
        }
    }

    /**
     * Runs the one schedule of a replay token; the report does not mention it.
     *
     * @return FAILED with the finding and its schedule, PASSED when nothing is wrong any more, INCONCLUSIVE when the
     *     token belongs to another check, SKIPPED when the class cannot be judged
     */
    public CheckResult replay(CheckSpec spec, String token) throws InterruptedException {
        return prepared.blocked().isEmpty()
                ? HiddenChecks.mask(spec, slot.workersFor(spec.phase()).run(request(spec, token, false, List.of())))
                : skipped(spec, prepared.blocked());
    }

    /**
     * Runs an explored check by given decisions; the report does not mention it.
     *
     * @param decisions the numbers of the turns that were taken, from 0
     * @param stood receives the point where they lead, unless the class cannot be judged
     * @return PASSED when nothing went wrong so far, else as of {@link #replay}
     */
    public CheckResult walk(CheckSpec spec, List<String> decisions, Consumer<ChoicePoint> stood)
            throws InterruptedException {
        return prepared.blocked().isEmpty()
                ? slot.workersFor(spec.phase()).run(request(spec, null, true, decisions), stood)
                : skipped(spec, prepared.blocked());
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

    /**
     * Returns a check of the phases that report coverage, and passed without any, has shown nothing: an error of its
     * own.
     */
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

    /**
     * Reports what is known so far: of the checks that were judged, in the order of judging, with the diagnosis if one
     * failed. Never accepted before every check was judged.
     */
    public ExerciseReport report() {
        ExerciseReport report = isComplete()
                ? Judge.report(room.slug(), room.title(), prepared.sourceRoot(), prepared.started(), reports)
                : Judge.partial(room.slug(), room.title(), prepared.sourceRoot(), prepared.started(), reports);
        return Diagnostician.diagnose(
                report, room, specs, prepared.files(), prepared.classes().values());
    }

    /** Returns the stopwatch with the time spent so far. */
    public Stopwatch stopwatch() {
        return stopwatch;
    }

    @Override
    public void close() throws InterruptedException {
        lookNoFurther();
        bench.giveBack(slot);
    }
}
