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
 * Where one grading's code runs: a worker with the whole machine, one that explores on a single processor, and another of that
 * kind for when there is much to explore; each with a directory of its own that holds the same classes. Used by one grading at
 * a time.
 */
final class WorkerSet implements AutoCloseable {
    private final List<WorkerSettings> settings;
    private final RestartingWorker workers;
    private final RestartingWorker explorers;
    private final RestartingWorker assistants;
    private boolean expected;

    private WorkerSet(List<WorkerSettings> settings) {
        this.settings = settings;
        workers = new RestartingWorker(settings.get(0));
        // A debugger is let into one process only.
        explorers = Debugging.isOn() ? workers : new RestartingWorker(settings.get(1));
        assistants = new RestartingWorker(settings.get(2));
    }

    /** Makes the directories; nothing is started yet. */
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

    /** Puts in what is to run. */
    void fill(Compiled compiled, List<String> visibleJdk, ExerciseChecks checks) throws IOException {
        for (RestartingWorker each : List.of(workers, explorers, assistants)) {
            each.checks(checks.classes());
        }
        for (WorkerSettings each : settings) {
            compiled.writeTo(each.classes());
            Files.write(each.visibleJdk(), visibleJdk);
            // Nothing but that: what a worker that gets ready has in its home comes and goes.
            each.isolation().publish(each.classes());
            if (new VisibleJdk(Set.copyOf(visibleJdk)).shows(ProcessBuilder.class.getName())) {
                checks.writePrograms(each.programs());
                each.isolation().publish(each.programs());
            }
            each.isolation().publish(each.visibleJdk());
        }
    }

    /** Takes out what the last grading left, and leaves the workers warm. */
    void empty() throws IOException {
        for (WorkerSettings each : settings) {
            RunDirectory.deleteQuietly(each.classes());
            Files.createDirectory(each.classes());
            RunDirectory.deleteQuietly(each.programs());
            Files.createDirectory(each.programs());
            Files.deleteIfExists(each.visibleJdk());
        }
    }

    /** Sees to it that who explores gets ready while other checks run, if any of these is to be explored. */
    void expect(List<CheckSpec> specs) throws InterruptedException {
        if (!expected && specs.stream().anyMatch(spec -> spec.phase() == Phase.EXPLORE)) {
            try {
                explorers.warmUp();
            } catch (IOException e) {
                // Who asks it for something is told so.
                return;
            } finally {
                expected = true;
            }
        }
    }

    /** Who has the whole machine. */
    RestartingWorker workers() {
        return workers;
    }

    /** Who explores. */
    RestartingWorker explorers() {
        return explorers;
    }

    /** Who may explore at the same time. */
    RestartingWorker assistants() {
        return assistants;
    }

    /** Whose business a check of this kind is. */
    RestartingWorker workersFor(Phase phase) {
        return phase == Phase.EXPLORE ? explorers : workers;
    }

    @Override
    public void close() throws InterruptedException {
        workers.close();
        explorers.close();
        assistants.close();
        for (WorkerSettings each : settings) {
            RunDirectory.deleteQuietly(each.home());
        }
    }
}
