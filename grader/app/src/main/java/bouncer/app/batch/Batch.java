package bouncer.app.batch;

import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.GradingService;
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

/** Grades a class and joins the parts of a class that was graded in parts. Stateless. */
public final class Batch {
    private Batch() {}

    /**
     * What to grade and how.
     *
     * @param submissions the directory of the class
     * @param out where results go, and where an earlier run left them
     * @param jobs how many submissions at once
     * @param shard which part, from 1
     * @param shards how many parts there are
     * @param regrade grade again what was graded, and keep the old grade beside the new
     * @param jplag where to lay the sources out for JPlag, or null
     * @param clock when results are said to be made
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
     * The results of a run, counted.
     *
     * @param submissions how many results there are
     * @param judged how many exercises were judged
     * @param known how many needed no judging, because the same sources had been judged already
     * @param harnessFailures the students whose submissions the harness failed to judge
     * @param unread the entries of the class that are no submission that can be read, each with its student and a sentence
     * @param leftOut the entries of the class that a platform adds and no student handed in
     * @param changes what a regrading changed, a sentence for each student
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

    /** The output directory is in use by another run. */
    public static final class Busy extends IOException {
        private static final long serialVersionUID = 1;

        Busy(Path out) {
            super("another run is writing to " + out);
        }
    }

    /**
     * Grades every submission of the shard that was not graded yet, and writes the tables.
     *
     * @param hidden the directory of an instructor's own checks that the house was opened with, or null
     * @throws Busy if another run writes to the same directory
     * @throws IOException if the submissions cannot be listed or the results cannot be written
     */
    public static Summary run(
            GradingService house, List<Exercise> rooms, @Nullable Path hidden, Options options, BatchProgress progress)
            throws IOException, InterruptedException {
        String harness = Fingerprint.ofHarness(house.exercises(), hidden == null ? List.of() : List.of(hidden));
        return run(
                docket -> new SubmissionGrader(house, rooms, docket),
                house.exercises(),
                rooms,
                options,
                harness,
                progress);
    }

    static Summary run(
            Function<VerdictCache, Grader> employment,
            Path exercises,
            List<Exercise> rooms,
            Options options,
            String harness,
            BatchProgress progress)
            throws IOException, InterruptedException {
        Store store = new Store(options.out());
        try (Store.Lock lock = store.lock();
                ShutdownFlag farewell = ShutdownFlag.begin()) {
            VerdictCache docket = VerdictCache.open(options.out(), harness, options.regrade(), farewell);
            Grader grader = employment.apply(docket);
            Layout layout = Layout.find(options.submissions(), rooms);
            List<Submission> all = layout.submissions();
            List<Submission> mine = new ArrayList<>();
            for (int i = options.shard() - 1; i < all.size(); i += options.shards()) {
                mine.add(all.get(i));
            }
            Path jplag = options.jplag();
            if (jplag != null) {
                Jplag.base(jplag, exercises, rooms);
            }
            BatchRun run = new BatchRun(grader, rooms, store, harness, options.clock(), progress, farewell);
            List<Result> results = run.run(mine, options.jobs(), options.regrade(), jplag);
            Summary counted = publish(store, results, docket.judged(), docket.known());
            return new Summary(
                    counted.submissions(),
                    counted.judged(),
                    counted.known(),
                    counted.harnessFailures(),
                    run.unread(),
                    layout.leftOut(),
                    counted.changes());
        }
    }

    /** Joins shards; of a student who is in several, the result made last counts. */
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
        return new Summary(results.size(), judged, known, failed, List.of(), List.of(), changes);
    }
}
