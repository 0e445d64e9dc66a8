package bouncer.app.sandbox;

import bouncer.app.log.HarnessLog;
import java.nio.file.Path;
import java.util.List;

/**
 * The settings of a worker. Immutable.
 *
 * @param isolation the isolation of the process
 * @param classPath the worker's libraries, in order; the checks are sent to it separately
 * @param home a directory for this worker alone. It contains {@code classes}, the submission's class files, and {@code
 *     visible-jdk}, the names of the JDK classes that these may see
 * @param heapMegabytes the largest heap of the worker in MiB
 * @param explores whether the worker only runs explorations, in which one thread runs at a time
 * @param log receives what went wrong with the worker itself
 */
public record WorkerSettings(
        Isolation isolation, List<Path> classPath, Path home, int heapMegabytes, boolean explores, HarnessLog log) {
    public WorkerSettings {
        classPath = List.copyOf(classPath);
    }

    /** Returns the directory for the submission's class files. */
    public Path classes() {
        return home.resolve("classes");
    }

    /** Returns the directory for the checks' programs that a submission may start as child processes. */
    public Path programs() {
        return home.resolve("programs");
    }

    /**
     * Returns the worker's working directory, also for temporary files if the isolation provides no separate {@code
     * /tmp}.
     */
    Path scratch() {
        return home.resolve("cwd");
    }

    /** Returns the file with the names of the visible JDK classes. */
    public Path visibleJdk() {
        return home.resolve("visible-jdk");
    }
}
