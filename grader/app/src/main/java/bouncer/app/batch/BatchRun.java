package bouncer.app.batch;

import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.RunDirectory;
import bouncer.app.log.HarnessLog;
import bouncer.app.report.JsonReport;
import bouncer.app.submission.Intake;
import bouncer.app.submission.Sources;
import bouncer.app.verdict.Report;
import bouncer.worker.submission.Hashes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Grades the submissions that have no current result, several at once. Used by one thread. */
final class BatchRun {
    private final Grader grader;
    private final List<Exercise> exercises;
    private final Store store;
    private final String harness;
    private final Clock clock;
    private final BatchProgress progress;
    private final ShutdownFlag shutdown;

    BatchRun(
            Grader grader,
            List<Exercise> exercises,
            Store store,
            String harness,
            Clock clock,
            BatchProgress progress,
            ShutdownFlag shutdown) {
        this.shutdown = shutdown;
        this.grader = grader;
        this.exercises = List.copyOf(exercises);
        this.store = store;
        this.harness = harness;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * A submission that was read, or the reason why it cannot be read.
     *
     * @param sources what was found of each exercise; empty if it cannot be read
     */
    private record Ready(
            Submission submission,
            Map<Exercise, Sources> sources,
            String key,
            @Nullable String refused) {}

    /**
     * Grades submissions.
     *
     * @param jobs how many submissions are graded at once
     * @param regrade whether to grade submissions again that have a result, keeping the old grade beside the new one
     * @param jplag the directory to copy the sources to for JPlag, or null for none
     * @return the results of these submissions, in the same order
     */
    List<Result> run(List<Submission> submissions, int jobs, boolean regrade, @Nullable Path jplag)
            throws IOException, InterruptedException {
        Path work = store.workDirectory();
        ExecutorService threads = Executors.newFixedThreadPool(jobs);
        try {
            SubmissionReader reader = new SubmissionReader(exercises, work);
            List<Ready> open = new ArrayList<>();
            for (Submission submission : submissions) {
                Ready ready = prepare(submission, reader);
                if (jplag != null && ready.refused() == null) {
                    Jplag.add(jplag, submission.fileName(), ready.sources());
                }
                Optional<Result> old = store.read(submission.fileName());
                boolean done = old.isPresent()
                        && old.get().key().equals(ready.key())
                        && old.get().user().equals(submission.user())
                        && !old.get().harnessFailed();
                if (!done || regrade) {
                    open.add(ready);
                }
            }
            progress.begin(submissions.size(), submissions.size() - open.size());
            List<Future<?>> running = new ArrayList<>();
            open.forEach(ready -> running.add(threads.submit(() -> grade(ready, regrade))));
            for (Future<?> future : running) {
                future.get();
            }
            List<Result> results = new ArrayList<>();
            submissions.forEach(submission -> store.read(submission.fileName()).ifPresent(results::add));
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            // A submission that is still graded must not start processes after the service was closed.
            threads.shutdownNow();
            boolean unused = threads.awaitTermination(1, TimeUnit.MINUTES);
            progress.end();
            RunDirectory.deleteQuietly(work);
        }
    }

    private Ready prepare(Submission submission, SubmissionReader reader) {
        SubmissionReader.Read read = reader.read(submission);
        String refused = read.refused();
        if (refused != null) {
            String key = Hashes.sha256(
                    harness + refused + exercises.stream().map(Exercise::slug).toList());
            return new Ready(submission, Map.of(), key, refused);
        }
        Map<Exercise, Sources> sources = new LinkedHashMap<>();
        exercises.forEach(exercise -> sources.put(exercise, Intake.find(read.sources(), exercise)));
        return new Ready(submission, sources, Fingerprint.ofSubmission(harness, sources), null);
    }

    /**
     * Grades one submission. An exception in the harness becomes the result of this submission only, but a result that
     * cannot be written ends the run.
     */
    private void grade(Ready ready, boolean regrade) {
        Submission submission = ready.submission();
        Report report;
        try {
            String refused = ready.refused();
            report = refused == null
                    ? grader.grade(submission.user(), ready.sources())
                    : grader.refused(submission.user(), refused);
            // A report that cannot be serialized is a harness error, and must not affect other submissions.
            JsonReport.write(report);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            report = grader.failed(
                    submission.user(), HarnessLog.ofBatch(store.out()).record("on " + submission.user(), e));
        }
        if (shutdown.ending()) {
            return; // the next run grades it
        }
        Optional<Result> old = store.read(submission.fileName());
        Result result = new Result(
                submission.user(),
                submission.fileName(),
                ready.key(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                ready.refused(),
                report,
                regrade ? old.map(Result.Before::of).orElse(null) : null);
        try {
            store.write(result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        synchronized (progress) {
            progress.graded(submission.user(), report.score(), report.maxScore());
        }
    }
}
