package bouncer.app.grading;

import bouncer.app.catalogue.CheckSpec;
import bouncer.app.sandbox.Debugging;
import bouncer.app.sandbox.RestartingWorker;
import bouncer.app.verdict.Seeds;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.ChoicePoint;
import bouncer.checks.result.Phase;
import bouncer.worker.wire.Message;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the checks of one grading in its workers, and explores some before the grading asks for them. Used by one thread
 * at a time.
 */
final class CheckRuns {
    private static final long LIMIT_MILLIS = 8_000;
    private static final long UNLIMITED_MILLIS = 86_400_000;
    private final WorkerSet workers;
    private final Stopwatch stopwatch;
    private int series;
    private boolean prefetches;
    private @Nullable ExplorationPrefetcher prefetcher;

    CheckRuns(WorkerSet workers, Stopwatch stopwatch) {
        this.workers = workers;
        this.stopwatch = stopwatch;
    }

    /** Runs checks with the seeds of another series than 0, which verdicts use. */
    void useSeeds(int newSeries) {
        series = newSeries;
    }

    /** From now on, explores checks while others run, provided that there is more than one processor. */
    void prefetchExplorations() {
        prefetches = Runtime.getRuntime().availableProcessors() > 1 && !Debugging.isOn();
    }

    /**
     * Runs a check, or waits for its prefetched result.
     *
     * @param chosen all checks that are going to be run, in order
     */
    CheckResult run(CheckSpec spec, List<CheckSpec> chosen) throws InterruptedException {
        long start = System.nanoTime();
        try {
            if (!prefetches) {
                workers.warmUpFor(chosen);
            } else if (prefetcher == null) {
                prefetcher = ExplorationPrefetcher.start(chosen, workers, this::run);
            }
            return demandCoverage(
                    spec,
                    prefetcher != null && spec.phase() == Phase.EXPLORE
                            ? prefetcher.await(spec)
                            : run(workers.workerFor(spec.phase()), spec));
        } finally {
            stopwatch.add(spec.phase().id(), System.nanoTime() - start);
        }
    }

    private CheckResult run(RestartingWorker worker, CheckSpec spec) throws InterruptedException {
        try (MachineLock.Turn turn = MachineLock.begin(spec.phase())) {
            return HiddenChecks.mask(spec, worker.run(request(spec, null, false, List.of())));
        }
    }

    /**
     * Returns the result of a check, or an error of the check if it passed without the coverage that checks of its phase
     * report: then it has shown nothing.
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

    /** Stops prefetching: from now on nothing runs but the check that is being judged. */
    void stopPrefetching() throws InterruptedException {
        ExplorationPrefetcher open = prefetcher;
        prefetcher = null;
        prefetches = false;
        if (open != null) {
            open.close();
        }
    }

    /** Removes a check from those that are prefetched. */
    void skip(CheckSpec spec) {
        if (prefetcher != null) {
            prefetcher.skip(spec);
        }
    }

    /** Runs the schedule of a replay token. */
    CheckResult replay(CheckSpec spec, String token) throws InterruptedException {
        return HiddenChecks.mask(spec, workers.workerFor(spec.phase()).run(request(spec, token, false, List.of())));
    }

    /**
     * Runs an explored check by given decisions.
     *
     * @param stood receives the point that the decisions lead to
     */
    CheckResult walk(CheckSpec spec, List<String> decisions, Consumer<ChoicePoint> stood) throws InterruptedException {
        return workers.workerFor(spec.phase()).run(request(spec, null, true, decisions), stood);
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
}
