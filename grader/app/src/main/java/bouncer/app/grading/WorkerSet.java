package bouncer.app.grading;

import bouncer.app.catalogue.CheckSpec;
import bouncer.app.compile.Compiled;
import bouncer.app.sandbox.Debugging;
import bouncer.app.sandbox.RestartingWorker;
import bouncer.app.sandbox.WorkerSettings;
import bouncer.checks.result.Phase;
import bouncer.worker.submission.VisibleJdk;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;

/**
 * The workers of one grading: one that may use the whole machine, one that explores on a single processor, and a second
 * explorer for exercises with much to explore. Each has its own directory with the same classes. Used by one grading at
 * a time.
 */
final class WorkerSet implements AutoCloseable {
    private final List<WorkerSettings> settings;
    private final RestartingWorker mainWorker;
    private final RestartingWorker explorer;
    private final RestartingWorker secondExplorer;
    private boolean expected;

    private WorkerSet(List<WorkerSettings> settings) {
        this.settings = settings;
        mainWorker = new RestartingWorker(settings.get(0));
        // A debugger can be attached to one process only.
        explorer = Debugging.isOn() ? mainWorker : new RestartingWorker(settings.get(1));
        secondExplorer = new RestartingWorker(settings.get(2));
    }

    /** Creates the directories; no process is started yet. */
    static WorkerSet of(WorkerSettings machine, WorkerSettings exploring, WorkerSettings assisting) throws IOException {
        List<WorkerSettings> all = List.of(machine, exploring, assisting);
        for (WorkerSettings each : all) {
            Files.createDirectory(each.home());
            each.isolation().publish(each.home());
            Files.createDirectory(each.classes());
            Files.createDirectory(each.programs());
        }
        return new WorkerSet(all);
    }

    /** Copies the classes that are to run into the workers' directories. */
    void fill(Compiled compiled, List<String> visibleJdk, ExerciseChecks checks) throws IOException {
        boolean startsProcesses = new VisibleJdk(Set.copyOf(visibleJdk)).shows(ProcessBuilder.class.getName());
        for (RestartingWorker each : List.of(mainWorker, explorer, secondExplorer)) {
            each.checks(checks.classes());
            each.startsProcesses(startsProcesses);
        }
        for (WorkerSettings each : settings) {
            compiled.writeTo(each.classes());
            Files.write(each.visibleJdk(), visibleJdk);
            // Nothing else is touched: a worker that is starting creates and deletes files in its home directory.
            each.isolation().publish(each.classes());
            if (startsProcesses) {
                checks.writePrograms(each.programs());
                each.isolation().publish(each.programs());
            }
            each.isolation().publish(each.visibleJdk());
        }
    }

    /** Deletes the files of the last grading and keeps the workers running. */
    void empty() throws IOException {
        for (WorkerSettings each : settings) {
            RunDirectory.deleteQuietly(each.classes());
            Files.createDirectory(each.classes());
            RunDirectory.deleteQuietly(each.programs());
            Files.createDirectory(each.programs());
            Files.deleteIfExists(each.visibleJdk());
        }
    }

    /** Starts the exploring worker in the background if one of these checks is explored. */
    void warmUpFor(List<CheckSpec> specs) throws InterruptedException {
        if (!expected && specs.stream().anyMatch(spec -> spec.phase() == Phase.EXPLORE)) {
            try {
                explorer.warmUp();
            } catch (IOException e) {
                // The next request to this worker reports the error.
                return;
            } finally {
                expected = true;
            }
        }
    }

    /** Returns the worker that may use the whole machine. */
    RestartingWorker mainWorker() {
        return mainWorker;
    }

    /** Returns the exploring worker. */
    RestartingWorker explorer() {
        return explorer;
    }

    /** Returns the second exploring worker. */
    RestartingWorker secondExplorer() {
        return secondExplorer;
    }

    /** Returns the worker that runs the checks of a phase. */
    RestartingWorker workerFor(Phase phase) {
        return phase == Phase.EXPLORE ? explorer : mainWorker;
    }

    @Override
    public void close() throws InterruptedException {
        mainWorker.close();
        explorer.close();
        secondExplorer.close();
        for (WorkerSettings each : settings) {
            RunDirectory.deleteQuietly(each.home());
        }
    }
}
