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
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Explores a grading's checks before it asks for them, with workers that do nothing else: an exploration comes to the same
 * wherever and whenever it runs. One worker takes them from the first on, and if that takes long, another from the last. Used
 * by one thread, beside its own.
 */
final class ExplorationPrefetcher implements AutoCloseable {
    /** What is explored sooner than this is not worth another worker. */
    private static final int WORTHWHILE_MILLIS = 600;

    /** Runs a check. */
    interface Runner {
        CheckResult run(RestartingWorker workers, CheckSpec spec) throws InterruptedException;
    }

    private final Deque<CheckSpec> left = new ArrayDeque<>();
    private final Map<CheckSpec, CompletableFuture<CheckResult>> results = new HashMap<>();
    private final Runner runner;
    private final List<Thread> threads;

    private ExplorationPrefetcher(List<CheckSpec> specs, WorkerSet slot, Runner runner) {
        specs.stream().filter(spec -> spec.phase() == Phase.EXPLORE).forEach(left::addLast);
        left.forEach(spec -> results.put(spec, new CompletableFuture<>()));
        this.runner = runner;
        this.threads = List.of(
                new Thread(() -> work(slot.explorers(), true), "explorer"),
                new Thread(() -> work(slot.assistants(), false), "assistant"));
    }

    /**
     * One that begins at once; of these checks it takes the explored ones.
     *
     * @param slot whose exploring workers are its own until it is closed
     */
    static ExplorationPrefetcher start(List<CheckSpec> specs, WorkerSet slot, Runner runner) {
        ExplorationPrefetcher ahead = new ExplorationPrefetcher(specs, slot, runner);
        ahead.threads.forEach(thread -> thread.setDaemon(true));
        ahead.threads.forEach(Thread::start);
        return ahead;
    }

    private void work(RestartingWorker workers, boolean first) {
        CheckSpec at = null;
        try {
            if (!first) {
                Thread.sleep(WORTHWHILE_MILLIS);
                if (isEmpty()) {
                    return;
                }
                workers.awaitReady();
            }
            for (at = take(first); at != null; at = take(first)) {
                result(at).complete(runner.run(workers, at));
            }
        } catch (InterruptedException | IOException | RuntimeException e) {
            if (at != null) {
                result(at).completeExceptionally(e);
            }
            end(workers);
        }
    }

    /** What its worker was at when it was ended, nobody wants to know any more. */
    private static void end(RestartingWorker workers) {
        try {
            workers.close();
        } catch (InterruptedException e) {
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
     * What it found, or is about to find.
     *
     * @param spec an explored check
     */
    CheckResult await(CheckSpec spec) throws InterruptedException {
        try {
            return result(spec).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The exploration of " + spec.id() + " broke off", e);
        }
    }

    /** Nobody will ask for this one. */
    synchronized void skip(CheckSpec spec) {
        left.remove(spec);
    }

    /** Ends it, with whatever it is at; when it returns, its workers are idle or gone. */
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
