package bouncer.app.sandbox;

import bouncer.checks.Fault;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.ChoicePoint;
import bouncer.checks.result.Finding;
import bouncer.worker.wire.Message;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps one worker warm and replaces it after a crash or when a check left something behind. Used by one thread. */
public final class RestartingWorker implements AutoCloseable {
    private static final int OUT_OF_MEMORY_EXIT = 3;
    /** Beyond it an exit code is that of a signal, and no code of a submission's sends one to its own process. */
    private static final int SIGNALS = 128;

    private static final int SECOND = 1_000;
    /** Seconds without any sign of life, counted only while this process itself got its turns. */
    private static final int MOST_SILENCE = 60;

    private final WorkerSettings settings;
    private @Nullable WorkerProcess warm;
    private boolean greeted;
    private SortedMap<String, byte[]> checks = new TreeMap<>();

    /** Takes what every worker is started with; none is started yet. */
    public RestartingWorker(WorkerSettings settings) {
        this.settings = settings;
    }

    /**
     * Starts a worker if none is warm, and does not wait for it.
     *
     * @throws IOException if no process can be had
     */
    public void warmUp() throws IOException, InterruptedException {
        if (!isWarm()) {
            close();
            warm = WorkerProcess.start(settings);
            greeted = false;
        }
    }

    /** From now on these are the classes of the checks and their helpers, by binary name with slashes. */
    public void checks(SortedMap<String, byte[]> classes) {
        checks = new TreeMap<>(classes);
        greeted = false;
    }

    /** Whether a worker waits to be given its first or its next check. */
    public boolean isWarm() {
        return warm != null && warm.isAlive();
    }

    /**
     * Runs one check.
     *
     * @return its result: FAILED when the submission ended the process, ERROR when no worker could be had, when it was
     *     killed from outside, or when it fell silent: a check that hangs is told of by its worker, which watches it
     */
    public CheckResult run(Message.Run request) throws InterruptedException {
        return run(request, stand -> {});
    }

    /**
     * Runs one check.
     *
     * @param stood receives the point where the decisions of a chosen schedule lead
     * @throws InterruptedException if the calling thread was interrupted; the worker and the check have ended then
     */
    public CheckResult run(Message.Run request, Consumer<ChoicePoint> stood) throws InterruptedException {
        WorkerProcess worker;
        try {
            worker = ready();
            worker.send(request);
        } catch (IOException e) {
            close();
            return result(request, CheckOutcome.ERROR, List.of(), "No worker process could be had: " + e.getMessage());
        }
        try {
            return await(worker, request, stood);
        } catch (InterruptedException e) {
            close(); // it still runs a check whose result is not wanted any more
            throw e;
        }
    }

    /** Starts a worker if none is warm, and waits until it can be given a check. */
    public void awaitReady() throws IOException, InterruptedException {
        WorkerProcess unused = ready();
    }

    private WorkerProcess ready() throws IOException, InterruptedException {
        warmUp();
        WorkerProcess worker = warm;
        if (worker == null) {
            throw new IOException("it ended");
        }
        if (!greeted) {
            worker.ready();
            worker.send(new Message.ForgetChecks());
            for (Map.Entry<String, byte[]> each : checks.entrySet()) {
                worker.send(new Message.CheckClass(each.getKey(), each.getValue()));
            }
            greeted = true;
        }
        return worker;
    }

    private CheckResult await(WorkerProcess worker, Message.Run request, Consumer<ChoicePoint> stood)
            throws InterruptedException {
        Finding failed = null;
        int silence = 0;
        try {
            while (silence < MOST_SILENCE || Debugging.isOn()) {
                Message message = worker.receive(SECOND);
                silence = message == null ? silence + 1 : 0;
                if (message instanceof Message.Failed failure && failure.id().equals(request.id())) {
                    failed = failed == null ? failure.finding() : failed;
                } else if (message instanceof Message.Ended ended
                        && ended.result().id().equals(request.id())) {
                    if (!ended.reusable()) {
                        close();
                    }
                    return failed == null ? ended.result() : result(request, CheckOutcome.FAILED, List.of(failed), "");
                } else if (message instanceof Message.Stood there && request.chosen()) {
                    stood.accept(there.stand());
                } else if (message != null && !(message instanceof Message.Alive)) {
                    throw new IOException("An answer to a question that was not asked");
                }
            }
            close();
            String silent = "The worker process said nothing for " + MOST_SILENCE + " s and was ended";
            return result(request, failed, CheckOutcome.ERROR, silent);
        } catch (IOException e) {
            int exitCode = worker.exitCode();
            close();
            if (exitCode >= SIGNALS || exitCode < 0) {
                return result(request, failed, CheckOutcome.ERROR, "The worker process was killed (" + exitCode + ")");
            }
            return result(request, CheckOutcome.FAILED, List.of(failed != null ? failed : obituary(exitCode)), "");
        }
    }

    private static Finding obituary(int exitCode) {
        return exitCode == OUT_OF_MEMORY_EXIT
                ? new Finding.Crash(Fault.OUT_OF_MEMORY, "The memory given to a submission ran out", null)
                : new Finding.Crash(
                        Fault.CRASH, "Your code ended the process it ran in (exit code " + exitCode + ")", null);
    }

    /** A failure that was sent is final, whatever became of the worker later. */
    private static CheckResult result(
            Message.Run request, @Nullable Finding failed, CheckOutcome otherwise, String note) {
        return failed != null
                ? result(request, CheckOutcome.FAILED, List.of(failed), "")
                : result(request, otherwise, List.of(), note);
    }

    private static CheckResult result(Message.Run request, CheckOutcome outcome, List<Finding> findings, String note) {
        return new CheckResult(request.id(), outcome, findings, note, new CheckCoverage.None(), 0);
    }

    @Override
    public void close() throws InterruptedException {
        WorkerProcess worker = warm;
        warm = null;
        if (worker != null) {
            worker.close();
        }
    }
}
