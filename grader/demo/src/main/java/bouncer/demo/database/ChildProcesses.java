package bouncer.demo.database;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The processes we started, so that none outlives us, whenever we are told to end. Thread-safe. */
final class ChildProcesses {
    private static final int END_SECONDS = 5;
    private final List<Process> started = new ArrayList<>();
    private boolean ended;

    /** Starts one more, unless all is over. */
    synchronized Process start(ProcessBuilder builder) throws IOException {
        check();
        Process process = builder.start();
        started.add(process);
        process.getOutputStream().close();
        return process;
    }

    /** Throws if all is over. */
    synchronized void check() throws IOException {
        if (ended) {
            throw new IOException("this process was told to end");
        }
    }

    /** Ends what is still there, with all that it started, and lets nobody in any more. */
    synchronized void end() {
        ended = true;
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            try {
                process.waitFor(END_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
