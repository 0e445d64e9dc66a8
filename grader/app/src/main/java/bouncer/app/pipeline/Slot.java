package bouncer.app.pipeline;

import bouncer.app.sandbox.WorkerSettings;
import bouncer.app.sandbox.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where one grading's code runs: a directory and the workers that were started in it. Used by one grading at a time.
 *
 * @param settings what the workers are started with
 * @param workers none is started yet, or one is warm
 */
record Slot(WorkerSettings settings, Workers workers) implements AutoCloseable {

    /** A slot in a new directory, with an empty {@code classes} in it. */
    static Slot in(Path home, WorkerSettings settings) throws IOException {
        Files.createDirectory(home);
        Files.createDirectory(settings.classes());
        return new Slot(settings, new Workers(settings));
    }

    /** Takes out what the last grading left in the directory, and leaves the worker warm. */
    void empty() throws IOException {
        RunDirectory.deleteQuietly(settings.classes());
        Files.createDirectory(settings.classes());
        Files.deleteIfExists(settings.visibleJdk());
    }

    @Override
    public void close() throws InterruptedException {
        workers.close();
        RunDirectory.deleteQuietly(settings.home());
    }
}
