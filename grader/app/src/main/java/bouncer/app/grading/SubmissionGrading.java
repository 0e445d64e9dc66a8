package bouncer.app.grading;

import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.Exercise;
import bouncer.app.sandbox.Debugging;
import bouncer.app.submission.Sources;
import bouncer.app.verdict.ExerciseReport;
import bouncer.checks.result.CheckResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Grades several exercises of one submission, as many at once as there are processors. Each is judged in its own order,
 * and measured checks run alone, so the results do not depend on how many run at once. Thread-safe.
 */
public final class SubmissionGrading implements AutoCloseable {
    private final ExecutorService lanes;
    private final Map<Exercise, Future<Graded>> exercises = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<CheckResult>> results = new HashMap<>();

    /**
     * The checks of one exercise that are to be judged.
     *
     * @param sources what was found of the exercise in the submission
     * @param checks which of its checks, in any order
     */
    public record Task(Exercise exercise, Sources sources, List<CheckSpec> checks) {
        public Task {
            checks = List.copyOf(checks);
        }
    }

    /**
     * The result for one exercise.
     *
     * @param complete whether every check of the exercise was judged
     * @param blocker what kept every check from being judged; empty when nothing did
     * @param files the sources that were judged, by path
     * @param classes the class files that were judged, by binary name with slashes
     * @param millis where the time went, by phase
     */
    public record Graded(
            Exercise exercise,
            ExerciseReport report,
            boolean complete,
            Optional<CheckResult> blocker,
            SortedMap<String, String> files,
            SortedMap<String, byte[]> classes,
            Map<String, Long> millis) {}

    private SubmissionGrading(int lanes) {
        this.lanes = Executors.newFixedThreadPool(lanes, task -> {
            Thread thread = new Thread(task, "grading");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Begins to grade.
     *
     * @param tasks at least one, no two of the same exercise
     */
    public static SubmissionGrading start(GradingService service, List<Task> tasks) {
        int processors = Debugging.isOn() ? 1 : Runtime.getRuntime().availableProcessors();
        int lanes = Math.min(processors, tasks.size());
        SubmissionGrading grading = new SubmissionGrading(lanes);
        for (Task task : tasks) {
            task.checks()
                    .forEach(spec -> grading.results.put(key(task.exercise(), spec.id()), new CompletableFuture<>()));
        }
        for (Task task : tasks) {
            grading.exercises.put(
                    task.exercise(), grading.lanes.submit(() -> grading.grade(service, task, lanes == 1)));
        }
        return grading;
    }

    private Graded grade(GradingService service, Task task, boolean alone) throws IOException, InterruptedException {
        try (ExerciseGrading grading = service.grading(task.exercise(), task.sources())) {
            if (alone) {
                grading.prefetchExplorations();
            }
            ExerciseReport report = grading.judge(task.checks(), new JudgingObserver() {
                @Override
                public void judged(CheckSpec check, CheckResult result) {
                    CompletableFuture<CheckResult> waiting = results.get(key(task.exercise(), check.id()));
                    if (waiting != null) {
                        waiting.complete(result);
                    }
                }
            });
            return new Graded(
                    task.exercise(),
                    report,
                    grading.isComplete(),
                    grading.blocker(),
                    grading.files(),
                    grading.classes(),
                    grading.stopwatch().millis());
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            task.checks().forEach(spec -> waiting(task.exercise(), spec.id()).completeExceptionally(e));
            throw e;
        }
    }

    private static String key(Exercise exercise, String checkId) {
        return exercise.slug() + " " + checkId;
    }

    private CompletableFuture<CheckResult> waiting(Exercise exercise, String checkId) {
        CompletableFuture<CheckResult> result = results.get(key(exercise, checkId));
        if (result == null) {
            throw new IllegalArgumentException(checkId + " is not judged in this run");
        }
        return result;
    }

    /** Returns true if this run judges the check of the exercise. */
    public boolean judges(Exercise exercise, String checkId) {
        return results.containsKey(key(exercise, checkId));
    }

    /**
     * Waits for the result of one check.
     *
     * @param checkId one of the checks of the exercise's task
     * @throws IOException if the exercise could not be graded
     */
    public CheckResult result(Exercise exercise, String checkId) throws IOException, InterruptedException {
        return get(waiting(exercise, checkId));
    }

    /**
     * Waits until an exercise is graded.
     *
     * @param exercise the exercise of one of the tasks
     * @throws IOException if it could not be graded
     */
    public Graded graded(Exercise exercise) throws IOException, InterruptedException {
        Future<Graded> graded = exercises.get(exercise);
        if (graded == null) {
            throw new IllegalArgumentException(exercise.slug() + " is not graded in this run");
        }
        return get(graded);
    }

    /**
     * Waits until all exercises are graded.
     *
     * @return one for each task, in the order of the tasks
     * @throws IOException if an exercise could not be graded
     */
    public List<Graded> await() throws IOException, InterruptedException {
        List<Graded> graded = new ArrayList<>();
        for (Future<Graded> exercise : exercises.values()) {
            graded.add(get(exercise));
        }
        return graded;
    }

    private static <T> T get(Future<T> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        }
    }

    /** Ends the gradings that are still running. */
    @Override
    public void close() throws InterruptedException {
        lanes.shutdownNow();
        boolean ended = lanes.awaitTermination(1, TimeUnit.MINUTES);
        if (!ended) {
            throw new IllegalStateException("A grading that was interrupted did not end within a minute");
        }
    }
}
