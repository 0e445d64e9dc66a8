package bouncer.app.pipeline;

import bouncer.app.catalogue.CheckSpec;
import bouncer.app.sandbox.Workers;
import bouncer.app.verdict.Phase;
import bouncer.checks.finding.CheckResult;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Explores a grading's checks from the last one on, with a worker of its own, while the grading goes through
 * them from the first, if that takes long: an exploration comes to the same wherever and whenever it runs. Each check is explored by one of the
 * two. Used by one thread, beside its own.
 */
final class Assistant implements AutoCloseable {

    /** Runs a check. */
    interface Runner {
        CheckResult run(Workers workers, CheckSpec spec) throws InterruptedException;
    }

    /** What is explored sooner than this is not worth another worker. */
    private static final int WORTHWHILE_MILLIS = 600;

    private final Deque<CheckSpec> left = new ArrayDeque<>();
    private final Map<CheckSpec, CompletableFuture<CheckResult>> taken = new HashMap<>();
    private final Workers workers;
    private final Runner runner;
    private final Thread thread = new Thread(this::work, "assistant");

    private Assistant(List<CheckSpec> specs, Workers workers, Runner runner) {
        specs.stream().filter(spec -> Phase.EXPLORE.is(spec.kind())).forEach(left::addLast);
        this.workers = workers;
        this.runner = runner;
    }

    /**
     * One that begins after a while; of these checks it takes the explored ones.
     *
     * @param workers its own until it is closed
     */
    static Assistant start(List<CheckSpec> specs, Workers workers, Runner runner) {
        Assistant assistant = new Assistant(specs, workers, runner);
        assistant.thread.setDaemon(true);
        assistant.thread.start();
        return assistant;
    }

    private void work() {
        try {
            Thread.sleep(WORTHWHILE_MILLIS);
            workers.awaitReady();
            for (CheckSpec spec = takeLast(); spec != null; spec = takeLast()) {
                CheckResult result = runner.run(workers, spec);
                future(spec).complete(result);
            }
        } catch (InterruptedException | IOException | RuntimeException e) {
            giveUp(e);
        } finally {
            end();
        }
    }

    /** What it was at when it was ended, nobody wants to know any more. */
    private void end() {
        try {
            workers.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable CheckSpec takeLast() {
        CheckSpec last = Thread.currentThread().isInterrupted() ? null : left.pollLast();
        if (last != null) {
            taken.put(last, new CompletableFuture<>());
        }
        return last;
    }

    private synchronized CompletableFuture<CheckResult> future(CheckSpec spec) {
        return java.util.Objects.requireNonNull(taken.get(spec));
    }

    private synchronized void giveUp(Exception why) {
        taken.values().forEach(result -> result.completeExceptionally(why));
    }

    /**
     * What it found, or is about to find.
     *
     * @return null if the caller has to judge the check itself, and nobody else will
     */
    @Nullable
    CheckResult result(CheckSpec spec) throws InterruptedException {
        CompletableFuture<CheckResult> result;
        synchronized (this) {
            left.remove(spec);
            result = taken.get(spec);
        }
        try {
            return result == null ? null : result.get();
        } catch (ExecutionException e) {
            return null; // it was ended
        }
    }

    /** Ends it, with whatever it is at; when it returns, its worker is gone. */
    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
