package bouncer.app.grading;

import bouncer.app.catalogue.CheckSpec;
import bouncer.app.sandbox.RestartingWorker;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Phase;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Explores the checks of a grading before the grading asks for them, in workers that do nothing else. Exploration is
 * deterministic, so it does not matter when or in which worker a check runs. One worker takes the checks from the first
 * on. If that takes long, another one takes them from the last, but not before the first exploration has ended: a class
 * that loops endlessly must not do so on every processor. Used by one thread, beside its own threads.
 */
final class ExplorationPrefetcher implements AutoCloseable {
    /** An exploration that ends sooner than this is not worth a second worker. */
    private static final int WORTHWHILE_MILLIS = 600;

    /** Runs a check. */
    interface Runner {
        CheckResult run(RestartingWorker worker, CheckSpec spec) throws InterruptedException;
    }

    private final Deque<CheckSpec> left = new ArrayDeque<>();
    private final Map<CheckSpec, CompletableFuture<CheckResult>> results = new HashMap<>();
    private final Runner runner;
    private final CountDownLatch firstEnded = new CountDownLatch(1);
    private final List<Thread> threads;

    private ExplorationPrefetcher(List<CheckSpec> specs, WorkerSet workers, Runner runner) {
        specs.stream().filter(spec -> spec.phase() == Phase.EXPLORE).forEach(left::addLast);
        left.forEach(spec -> results.put(spec, new CompletableFuture<>()));
        this.runner = runner;
        this.threads = List.of(
                new Thread(() -> work(workers.explorer(), true), "explorer"),
                new Thread(() -> work(workers.secondExplorer(), false), "assistant"));
    }

    /**
     * Starts to explore those of the checks that are explored.
     *
     * @param workers the exploring workers among them are used until this is closed
     */
    static ExplorationPrefetcher start(List<CheckSpec> specs, WorkerSet workers, Runner runner) {
        ExplorationPrefetcher prefetcher = new ExplorationPrefetcher(specs, workers, runner);
        prefetcher.threads.forEach(thread -> thread.setDaemon(true));
        prefetcher.threads.forEach(Thread::start);
        return prefetcher;
    }

    private void work(RestartingWorker worker, boolean first) {
        CheckSpec at = null;
        try {
            if (!first) {
                Thread.sleep(WORTHWHILE_MILLIS);
                firstEnded.await();
                if (isEmpty()) {
                    return;
                }
                worker.awaitReady();
            }
            for (at = take(first); at != null; at = take(first)) {
                CheckResult result = runner.run(worker, at);
                result(at).complete(result);
                if (SkipPolicy.isEndless(result)) {
                    // The checks after it are skipped, and in those before it the class may loop as well.
                    endSearch(first);
                }
                firstEnded.countDown();
            }
        } catch (InterruptedException | IOException | RuntimeException e) {
            if (at != null) {
                result(at).completeExceptionally(e);
            }
            end(worker);
        }
    }

    /** Ends a worker; the result of an interrupted check is discarded. */
    private static void end(RestartingWorker worker) {
        try {
            worker.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the exploration by the calling worker; if it is the first one, by both. */
    private synchronized void endSearch(boolean first) {
        if (first) {
            left.clear();
            threads.get(1).interrupt();
        } else {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isEmpty() {
        return left.isEmpty();
    }

    private synchronized @Nullable CheckSpec take(boolean first) {
        return Thread.currentThread().isInterrupted() ? null : first ? left.pollFirst() : left.pollLast();
    }

    private CompletableFuture<CheckResult> result(CheckSpec spec) {
        return Objects.requireNonNull(results.get(spec), spec.id());
    }

    /**
     * Waits for the result of a check.
     *
     * @param spec an explored check that was not skipped
     */
    CheckResult await(CheckSpec spec) throws InterruptedException {
        try {
            return result(spec).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The exploration of " + spec.id() + " broke off", e);
        }
    }

    /** Removes a check whose result is not needed. */
    synchronized void skip(CheckSpec spec) {
        left.remove(spec);
    }

    /** Stops exploring, also in the middle of a check; afterwards the workers are idle or ended. */
    @Override
    public void close() throws InterruptedException {
        for (Thread thread : threads) {
            thread.interrupt();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
