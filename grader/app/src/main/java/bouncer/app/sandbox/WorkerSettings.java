package bouncer.app.sandbox;

import java.nio.file.Path;
import java.util.List;

/**
 * What a worker is started with.
 *
 * @param isolation what is put around it
 * @param classPath the worker's libraries, in order; the checks are sent to it
 * @param home a directory of ours for this worker alone; it holds {@code classes}, the submission's class files, and
 *     {@code visible-jdk}, the names of the JDK classes they may see
 * @param heapMegabytes the worker's largest heap
 * @param explores whether it is given nothing but explorations, of which one thread at a time runs
 */
public record WorkerSettings(
        Isolation isolation, List<Path> classPath, Path home, int heapMegabytes, boolean explores) {
    public WorkerSettings {
        classPath = List.copyOf(classPath);
    }

    /** Where the submission's class files go. */
    public Path classes() {
        return home.resolve("classes");
    }

    /** Where the programs of the checks go that a submission may start as child processes. */
    public Path programs() {
        return home.resolve("programs");
    }

    /** Its working directory and temporary files, where the system gives it no {@code /tmp} of its own. */
    Path scratch() {
        return home.resolve("cwd");
    }

    /** The file with the names of JDK classes. */
    public Path visibleJdk() {
        return home.resolve("visible-jdk");
    }
}
