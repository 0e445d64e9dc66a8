package bouncer.app.sandbox;

import bouncer.checks.Fault;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.ChoicePoint;
import bouncer.checks.result.Finding;
import bouncer.worker.WorkerMain;
import bouncer.worker.wire.Message;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one worker process running, and replaces it after a crash or if a check left threads or processes behind. Used
 * by one thread.
 */
public final class RestartingWorker implements AutoCloseable {
    private static final int OUT_OF_MEMORY_EXIT = 3;
    /** Exit codes from here on are those of signals, which a submission's code cannot send to its own process. */
    private static final int SIGNALS = 128;

    private static final int LOOK_MILLIS = 100;
    /** Looks without any sign of life: a minute; they are counted only while this process itself runs. */
    private static final int MOST_SILENCE = 600;
    /**
     * Bytes that a worker and the processes that its submission starts may hold together. The worker itself is bounded by
     * its options; a child process gets no options of ours, because a JVM would print that it got them.
     */
    private static final long MOST_MEMORY = 768L << 20;

    private final WorkerSettings settings;
    private @Nullable WorkerProcess warm;
    private boolean greeted;
    private boolean startsProcesses;
    private SortedMap<String, byte[]> checks = new TreeMap<>();

    /** Stores the settings of the workers, and starts none yet. */
    public RestartingWorker(WorkerSettings settings) {
        this.settings = settings;
    }

    /**
     * Starts a worker if none is running, without waiting until it is ready.
     *
     * @throws IOException if no process can be started
     */
    public void warmUp() throws IOException, InterruptedException {
        if (!isWarm()) {
            close();
            warm = WorkerProcess.start(settings);
            greeted = false;
        }
    }

    /**
     * Sets the classes of the checks and their helpers for the checks to come.
     *
     * @param classes class files by binary name with slashes
     */
    public void checks(SortedMap<String, byte[]> classes) {
        checks = new TreeMap<>(classes);
        greeted = false;
    }

    /** Sets whether the submission may start processes; then the memory of all of them together is bounded. */
    public void startsProcesses(boolean allowed) {
        startsProcesses = allowed;
    }

    /** Returns true if a worker is running, so that a check need not wait for a start. */
    public boolean isWarm() {
        return warm != null && warm.isAlive();
    }

    /**
     * Runs one check.
     *
     * @return the result. FAILED if the submission ended the process. ERROR if no worker could be started, if it was
     *     killed from outside, failed or fell silent, or if it ended while it explored: there the engine controls every
     *     step of the submission, and most of the memory holds the engine's own tables. The note of an ERROR names the
     *     log with the details. A check that hangs is reported by the worker itself.
     */
    public CheckResult run(Message.Run request) throws InterruptedException {
        return run(request, stand -> {});
    }

    /**
     * Runs one check.
     *
     * @param onChoicePoint receives the point that the learner's scheduling decisions lead to
     * @return the result, as in {@link #run(Message.Run)}
     * @throws InterruptedException if the calling thread was interrupted; the worker and the check have ended then
     */
    public CheckResult run(Message.Run request, Consumer<ChoicePoint> onChoicePoint) throws InterruptedException {
        WorkerProcess worker;
        try {
            worker = ready();
            worker.send(request);
        } catch (IOException e) {
            close();
            return error(request, "No worker process could be started: " + e.getMessage(), "");
        }
        try {
            return await(worker, request, onChoicePoint);
        } catch (InterruptedException e) {
            close(); // it still runs a check whose result is no longer wanted
            throw e;
        }
    }

    /**
     * Starts a worker if none is running, and waits until it is ready for a check.
     *
     * @throws IOException if no worker can be started
     */
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

    private CheckResult await(WorkerProcess worker, Message.Run request, Consumer<ChoicePoint> onChoicePoint)
            throws InterruptedException {
        Finding failed = null;
        String trace = "";
        int silence = 0;
        try {
            while (silence < MOST_SILENCE || Debugging.isOn()) {
                Message message = worker.receive(LOOK_MILLIS);
                if (startsProcesses && worker.memory() > MOST_MEMORY) {
                    close();
                    return failed(request, failed != null ? failed : tooMuchMemory());
                }
                silence = message == null ? silence + 1 : 0;
                if (message instanceof Message.Failed failure && failure.id().equals(request.id())) {
                    failed = failed == null ? failure.finding() : failed;
                } else if (message instanceof Message.Ended ended
                        && ended.result().id().equals(request.id())) {
                    if (!ended.reusable()) {
                        close();
                    }
                    return failed != null ? failed(request, failed) : withLog(ended.result(), trace);
                } else if (message instanceof Message.HarnessFailure failure
                        && failure.id().equals(request.id())) {
                    trace = failure.trace();
                } else if (message instanceof Message.Stood there && request.chosen()) {
                    onChoicePoint.accept(there.stand());
                } else if (message != null && !(message instanceof Message.Alive)) {
                    throw new IOException("An unexpected message from the worker process");
                }
            }
            close();
            return failed != null
                    ? failed(request, failed)
                    : error(request, "The worker process said nothing for a minute and was ended", trace);
        } catch (IOException e) {
            int exitCode = worker.exitCode();
            close();
            String problem = ownFault(exitCode);
            // A failure that the worker reported is final, even if the worker crashes afterwards.
            return failed != null || problem.isEmpty()
                    ? failed(request, failed != null ? failed : crash(exitCode))
                    : error(request, problem, trace);
        }
    }

    /** Returns why a worker ended, if the submission is not the cause; else an empty string. */
    private String ownFault(int exitCode) {
        if (exitCode >= SIGNALS || exitCode < 0) {
            return "The worker process was killed (" + exitCode + ")";
        } else if (exitCode == WorkerMain.FAILED) {
            return "The worker process failed";
        } else if (settings.explores()) {
            return exitCode == OUT_OF_MEMORY_EXIT
                    ? "The worker process that explores ran out of its " + settings.heapMegabytes() + " MiB of memory"
                    : "The worker process that explores ended with exit code " + exitCode;
        }
        return "";
    }

    private static Finding tooMuchMemory() {
        return new Finding.Crash(
                Fault.OUT_OF_MEMORY,
                "Your code and the processes that it started held more than " + (MOST_MEMORY >> 20)
                        + " MiB of memory, so they were ended",
                null);
    }

    private static Finding crash(int exitCode) {
        return exitCode == OUT_OF_MEMORY_EXIT
                ? new Finding.Crash(Fault.OUT_OF_MEMORY, "The memory given to a submission ran out", null)
                : new Finding.Crash(
                        Fault.CRASH, "Your code ended the process it ran in (exit code " + exitCode + ")", null);
    }

    private static CheckResult failed(Message.Run request, Finding finding) {
        return new CheckResult(request.id(), CheckOutcome.FAILED, List.of(finding), "", new CheckCoverage.None(), 0);
    }

    private CheckResult error(Message.Run request, String problem, String trace) {
        return withLog(
                new CheckResult(request.id(), CheckOutcome.ERROR, List.of(), problem, new CheckCoverage.None(), 0),
                trace);
    }

    /** Records an ERROR in the log of harness errors, and names the log in its note; returns other results as they are. */
    private CheckResult withLog(CheckResult result, String trace) {
        if (result.outcome() != CheckOutcome.ERROR) {
            return result;
        }
        String note = settings.log().record("in " + result.id(), result.note(), trace);
        return new CheckResult(
                result.id(),
                result.outcome(),
                result.findings(),
                note,
                result.coverage(),
                result.millis(),
                result.output());
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
