package bouncer.app.sandbox;

import bouncer.checks.finding.CheckResult;
import bouncer.checks.finding.Coverage;
import bouncer.checks.finding.Fault;
import bouncer.checks.finding.Finding;
import bouncer.checks.finding.Outcome;
import bouncer.checks.wire.Message;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps one worker warm and replaces it after a crash or when a check left something behind. Used by one thread. */
public final class Workers implements AutoCloseable {
    private static final int GRACE_MILLIS = 15_000;
    private static final int OUT_OF_MEMORY_EXIT = 3;
    private final WorkerSettings settings;
    private @Nullable WorkerProcess warm;

    /** Takes what every worker is started with; none is started yet. */
    public Workers(WorkerSettings settings) {
        this.settings = settings;
    }

    /**
     * Runs one check.
     *
     * @return its result: FAILED when the submission ended the process, ERROR when no worker could be had
     */
    public CheckResult run(Message.Run request) throws InterruptedException {
        WorkerProcess worker = warm;
        try {
            if (worker == null) {
                worker = WorkerProcess.start(settings);
                warm = worker;
            }
            worker.send(request);
        } catch (IOException e) {
            close();
            return result(request, Outcome.ERROR, List.of(), "No worker process could be had: " + e.getMessage());
        }
        return await(worker, request);
    }

    private CheckResult await(WorkerProcess worker, Message.Run request) throws InterruptedException {
        Finding failed = null;
        try {
            while (true) {
                Message message = worker.receive((int) request.limitMillis() + GRACE_MILLIS);
                if (message instanceof Message.Failed failure && failure.id().equals(request.id())) {
                    failed = failed == null ? failure.finding() : failed;
                } else if (message instanceof Message.Ended ended
                        && ended.result().id().equals(request.id())) {
                    if (!ended.reusable()) {
                        close();
                    }
                    return failed == null ? ended.result() : result(request, Outcome.FAILED, List.of(failed), "");
                } else {
                    throw new IOException("An answer to a question that was not asked");
                }
            }
        } catch (SocketTimeoutException e) {
            failed = failed != null
                    ? failed
                    : new Finding.Spinning(Fault.HANG, "The process stopped answering and was ended", null);
        } catch (IOException e) {
            failed = failed != null ? failed : obituary(worker.exitCode());
        }
        close();
        return result(request, Outcome.FAILED, List.of(failed), "");
    }

    private static Finding obituary(int exitCode) {
        return exitCode == OUT_OF_MEMORY_EXIT
                ? new Finding.Crash(Fault.OUT_OF_MEMORY, "The memory given to a submission ran out", null)
                : new Finding.Crash(
                        Fault.CRASH, "Your code ended the process it ran in (exit code " + exitCode + ")", null);
    }

    private static CheckResult result(Message.Run request, Outcome outcome, List<Finding> findings, String note) {
        return new CheckResult(request.id(), outcome, findings, note, new Coverage.None(), 0);
    }

    @Override
    public void close() {
        WorkerProcess worker = warm;
        warm = null;
        if (worker != null) {
            worker.close();
        }
    }
}
