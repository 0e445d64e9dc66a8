package bouncer.app.author;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Runs tasks two at a time. Stateless. */
final class ParallelRunner {
    private static final int LANES = 2;

    private ParallelRunner() {}

    /**
     * Runs all tasks.
     *
     * @param progress receives each result when it is known, from one thread at a time
     * @return the results in the order of the tasks
     * @throws IOException if a task failed
     */
    static <T> List<T> run(List<Callable<T>> tasks, Consumer<? super T> progress)
            throws IOException, InterruptedException {
        ExecutorService lanes = Executors.newFixedThreadPool(LANES, task -> {
            Thread thread = new Thread(task, "grading");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Callable<T>> reporting = new ArrayList<>();
            tasks.forEach(task -> reporting.add(() -> report(task.call(), progress)));
            List<T> results = new ArrayList<>();
            for (Future<T> result : lanes.invokeAll(reporting)) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IOException("A solution could not be graded: " + e.getCause(), e.getCause());
        } finally {
            lanes.shutdownNow();
        }
    }

    private static <T> T report(T result, Consumer<? super T> progress) {
        synchronized (progress) {
            progress.accept(result);
        }
        return result;
    }
}
