package bouncer.app.batch;

import bouncer.app.catalogue.Exercise;
import bouncer.app.files.AtomicFiles;
import bouncer.app.grading.GradingService;
import bouncer.app.log.HarnessLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Grades a class, and merges the results of a class that was graded in shards. Stateless. */
public final class Batch {
    private Batch() {}

    /**
     * Which submissions to grade, and how.
     *
     * @param submissions the directory of the class
     * @param out the directory for the results, which may hold those of an earlier run
     * @param jobs how many submissions are graded at once, at least 1
     * @param shard the number of the shard to grade, from 1 to {@code shards}
     * @param shards how many shards there are, at least 1
     * @param regrade whether to grade submissions again that have a result; the old grade is kept beside the new one
     * @param jplag the directory to copy the sources to for JPlag, or null for none
     * @param clock gives the time that is written into the results
     */
    public record Options(
            Path submissions,
            Path out,
            int jobs,
            int shard,
            int shards,
            boolean regrade,
            @Nullable Path jplag,
            Clock clock) {}

    /**
     * The counts of a run.
     *
     * @param submissions how many submissions have a result
     * @param judged how many exercises were judged
     * @param known how many exercises were not judged because the same sources had been judged before
     * @param harnessFailures the students whose submissions could not be judged because of a harness error
     * @param unread the entries that cannot be read as a submission, each with its student and a sentence
     * @param leftOut the names of the entries that a platform adds and that belong to no student
     * @param changes a sentence for each student whose grade was changed by regrading
     */
    public record Summary(
            int submissions,
            int judged,
            int known,
            List<String> harnessFailures,
            List<String> unread,
            List<String> leftOut,
            List<String> changes) {
        public Summary {
            unread = List.copyOf(unread);
            leftOut = List.copyOf(leftOut);
            harnessFailures = List.copyOf(harnessFailures);
            changes = List.copyOf(changes);
        }
    }

    /** Signals that another run is writing to the output directory. */
    public static final class Busy extends IOException {
        private static final long serialVersionUID = 1;

        Busy(Path out) {
            super("another run is writing to " + out);
        }
    }

    /**
     * Grades every submission of the shard that has no current result, and writes the tables.
     *
     * @param service the grading service; must stay open during the run
     * @param hidden the directory of the instructor's hidden checks with which the service was opened, or null
     * @throws Busy if another run writes to the same directory
     * @throws IOException if the submissions cannot be listed or the results cannot be written
     */
    public static Summary run(
            GradingService service,
            List<Exercise> exercises,
            @Nullable Path hidden,
            Options options,
            BatchProgress progress)
            throws IOException, InterruptedException {
        service.logTo(HarnessLog.ofBatch(options.out()));
        String harness =
                Fingerprint.ofHarness(service.catalog().directory(), hidden == null ? List.of() : List.of(hidden));
        return run(
                cache -> new SubmissionGrader(service, exercises, cache),
                service.catalog().directory(),
                exercises,
                options,
                harness,
                progress);
    }

    static Summary run(
            Function<VerdictCache, Grader> graderOf,
            Path exercisesDirectory,
            List<Exercise> exercises,
            Options options,
            String harness,
            BatchProgress progress)
            throws IOException, InterruptedException {
        Store store = new Store(options.out());
        try (Store.Lock lock = store.lock();
                ShutdownFlag shutdown = ShutdownFlag.begin()) {
            VerdictCache cache = VerdictCache.open(options.out(), harness, options.regrade(), shutdown);
            Grader grader = graderOf.apply(cache);
            Layout layout = Layout.find(options.submissions(), exercises);
            List<Submission> all = layout.submissions();
            List<Submission> ofShard = new ArrayList<>();
            for (int i = options.shard() - 1; i < all.size(); i += options.shards()) {
                ofShard.add(all.get(i));
            }
            Path jplag = options.jplag();
            if (jplag != null) {
                Jplag.base(jplag, exercisesDirectory, exercises);
            }
            BatchRun run = new BatchRun(grader, exercises, store, harness, options.clock(), progress, shutdown);
            List<Result> results = run.run(ofShard, options.jobs(), options.regrade(), jplag);
            Summary counted = publish(store, results, cache.judged(), cache.known());
            return new Summary(
                    counted.submissions(),
                    counted.judged(),
                    counted.known(),
                    counted.harnessFailures(),
                    counted.unread(),
                    layout.leftOut(),
                    counted.changes());
        }
    }

    /**
     * Merges the output directories of shards. If a student is in several shards, the latest result counts.
     *
     * @throws IOException if results cannot be read or written
     */
    public static Summary merge(List<Path> shards, Path into) throws IOException {
        Map<String, Result> byUser = new TreeMap<>();
        for (Path shard : shards) {
            for (Result result : new Store(shard).all()) {
                byUser.merge(result.fileName(), result, (a, b) -> b.when().compareTo(a.when()) >= 0 ? b : a);
            }
        }
        Store store = new Store(into);
        try (Store.Lock lock = store.lock()) {
            List<Result> results = new ArrayList<>(byUser.values());
            for (Result result : results) {
                store.write(result);
            }
            return publish(store, results, 0, 0);
        }
    }

    private static Summary publish(Store store, List<Result> unsorted, int judged, int known) throws IOException {
        List<Result> results = new ArrayList<>(unsorted);
        results.sort(Comparator.comparing(Result::user));
        Path out = store.out();
        for (Result result : results) {
            AtomicFiles.write(out.resolve("pages").resolve(result.fileName() + ".html"), StudentPage.write(result));
        }
        AtomicFiles.write(out.resolve("results.csv"), ResultsCsv.write(results));
        AtomicFiles.write(out.resolve("index.html"), IndexHtml.write("Bouncer: the class", results));
        List<String> failed =
                results.stream().filter(Result::harnessFailed).map(Result::user).toList();
        List<String> changes = results.stream()
                .filter(result -> !result.changes().isEmpty())
                .map(result -> result.user() + ": " + String.join("; ", result.changes()))
                .toList();
        List<String> unread =
                results.stream().flatMap(result -> result.unreadLine().stream()).toList();
        return new Summary(results.size(), judged, known, failed, unread, List.of(), changes);
    }
}
