package bouncer.app.grading;

import bouncer.app.catalogue.CheckOrder;
import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.Exercise;
import bouncer.app.diagnosis.Diagnostician;
import bouncer.app.submission.Sources;
import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Judge;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.ChoicePoint;
import bouncer.checks.result.Phase;
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
    private final Exercise exercise;
    private final List<CheckSpec> specs;
    private final List<CheckReport> reports = new ArrayList<>();
    private final Map<String, CheckResult> results = new HashMap<>();
    private final Preparation prepared;
    private final GradingEnvironment environment;
    private final WorkerSet workers;
    private final Stopwatch stopwatch;
    private final CheckRuns runs;

    /**
     * Prepares the exercise: everything before the first check.
     *
     * @param specs all checks of the exercise, in the order of judging
     * @param checks their class files
     * @param sources the sources of the exercise
     * @throws IOException if a process or a file cannot be created
     */
    ExerciseGrading(
            Exercise exercise,
            List<CheckSpec> specs,
            ExerciseChecks checks,
            Sources sources,
            GradingEnvironment environment)
            throws IOException, InterruptedException {
        this.exercise = exercise;
        this.specs = List.copyOf(specs);
        this.stopwatch = new Stopwatch();
        this.environment = environment;
        this.workers = environment.acquireWorkers();
        this.runs = new CheckRuns(workers, stopwatch);
        try (MachineLock.Turn turn = MachineLock.begin(Phase.COMPILE)) {
            this.prepared = Preparation.of(exercise, sources, checks, environment, workers, stopwatch);
        } catch (IOException | InterruptedException | RuntimeException e) {
            workers.close();
            throw e;
        }
        prepared.result()
                .ifPresent(
                        result -> reports.add(Judge.score(prepared.phase(), "the rules of the exercise", 0, result)));
    }

    /** Judges with other seeds than those of verdicts: a correct class must pass with any seeds. */
    public void useSeeds(int newSeries) {
        runs.useSeeds(newSeries);
    }

    /**
     * From now on, explores checks while others run, with two workers if there is much to explore, provided that there
     * is more than one processor. The results are the same. Only for a grading that has the machine for itself.
     */
    public void prefetchExplorations() {
        runs.prefetchExplorations();
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

    /**
     * Returns the result that keeps all checks from being judged, of sources, compiler or rules; empty if there is
     * none.
     */
    public Optional<CheckResult> blocker() {
        return prepared.result().filter(result -> result.outcome() != CheckOutcome.PASSED);
    }

    /**
     * Judges every check that was not judged yet.
     *
     * @return the report at the end; complete unless the observer ended the judging
     * @throws IOException if the observer threw it
     */
    public ExerciseReport judge(JudgingObserver observer) throws IOException, InterruptedException {
        return judge(specs, observer);
    }

    /**
     * Judges some checks in the order of judging, and each after its predecessors. A check that was judged
     * before is not judged again.
     *
     * @param wanted some of {@link #specs}, in any order
     * @return the report at the end
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
                String reason =
                        prepared.blocked().isEmpty() ? SkipPolicy.reasonToSkip(spec, reports) : prepared.blocked();
                if (!spec.phase().isMeasured() && alone != null) {
                    alone.close();
                    alone = null;
                } else if (spec.phase().isMeasured() && alone == null && reason.isEmpty()) {
                    // Adjacent measured checks share one turn, so that gradings seldom wait for each other.
                    runs.stopPrefetching();
                    alone = MachineLock.begin(spec.phase());
                }
                CheckResult result = reason.isEmpty() ? runs.run(spec, chosen) : skipped(spec, reason);
                if (SkipPolicy.isEndless(result)) {
                    runs.stopPrefetching();
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

    /** Returns the reports of the checks that were judged so far, in the order of judging. */
    public List<CheckReport> judged() {
        return List.copyOf(reports);
    }

    /** Returns true if every check was judged. */
    public boolean isComplete() {
        return results.size() == specs.size();
    }

    private CheckResult skipped(CheckSpec spec, String reason) {
        runs.skip(spec);
        return new CheckResult(spec.id(), CheckOutcome.SKIPPED, List.of(), reason, new CheckCoverage.None(), 0);
    }

    /**
     * Runs the schedule of a replay token; the report does not include the result.
     *
     * @return FAILED with the finding and its schedule, PASSED when nothing is wrong any more, INCONCLUSIVE when the
     *     token belongs to another check, SKIPPED if the class cannot be judged
     */
    public CheckResult replay(CheckSpec spec, String token) throws InterruptedException {
        return prepared.blocked().isEmpty() ? runs.replay(spec, token) : skipped(spec, prepared.blocked());
    }

    /**
     * Runs an explored check by given decisions; the report does not include the result.
     *
     * @param decisions the numbers of the turns that were taken, from 0
     * @param stood receives the point that the decisions lead to, unless the class cannot be judged
     * @return PASSED if nothing went wrong so far, else as for {@link #replay}
     */
    public CheckResult walk(CheckSpec spec, List<String> decisions, Consumer<ChoicePoint> stood)
            throws InterruptedException {
        return prepared.blocked().isEmpty() ? runs.walk(spec, decisions, stood) : skipped(spec, prepared.blocked());
    }

    /**
     * Reports what is known so far: of the checks that were judged, in the order of judging, with the diagnosis if one
     * failed. Never accepted before every check was judged.
     */
    public ExerciseReport report() {
        ExerciseReport report = isComplete()
                ? Judge.report(exercise.slug(), exercise.title(), prepared.sourceRoot(), prepared.started(), reports)
                : Judge.partial(exercise.slug(), exercise.title(), prepared.sourceRoot(), prepared.started(), reports);
        return Diagnostician.diagnose(
                report, exercise, specs, prepared.files(), prepared.classes().values());
    }

    /** Returns the stopwatch with the time spent so far. */
    public Stopwatch stopwatch() {
        return stopwatch;
    }

    @Override
    public void close() throws InterruptedException {
        runs.stopPrefetching();
        environment.releaseWorkers(workers);
    }
}
