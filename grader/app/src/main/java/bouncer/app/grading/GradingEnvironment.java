package bouncer.app.grading;

import bouncer.app.compile.Compiler;
import bouncer.app.sandbox.ChildClassPath;
import bouncer.app.sandbox.Isolation;
import bouncer.app.sandbox.IsolationMode;
import bouncer.app.sandbox.WorkerSettings;
import bouncer.worker.submission.ClassFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What all gradings of one process share: its isolation, its compilers, its temporary directory. Thread-safe. */
final class GradingEnvironment implements AutoCloseable {
    private static final int HEAP_MEGABYTES = 256;
    private final RunDirectory directory;
    private final Isolation isolation;
    private final Compiler compiler;
    private final List<Path> workerClassPath;
    private final List<Path> checkClasses;
    private final RuleChecker law;
    private final AtomicInteger gradings = new AtomicInteger();
    private volatile boolean keeping;
    /** What the last grading used, for the next one; null unless {@link #keepWarm} was called. */
    private final AtomicReference<@Nullable WorkerSet> kept = new AtomicReference<>();

    private GradingEnvironment(
            RunDirectory directory,
            Isolation isolation,
            List<Path> workerClassPath,
            Compiler compiler,
            List<Path> checkClasses,
            RuleChecker law) {
        this.checkClasses = List.copyOf(checkClasses);
        this.law = law;
        this.directory = directory;
        this.isolation = isolation;
        this.workerClassPath = List.copyOf(workerClassPath);
        this.compiler = compiler;
    }

    /**
     * Sets up.
     *
     * @param checkClasses the directories of compiled checks
     * @param law the static rules
     * @throws IOException if the isolation that the mode demands cannot be had, or the disk fails
     */
    static GradingEnvironment open(IsolationMode mode, List<Path> checkClasses, RuleChecker law)
            throws IOException, InterruptedException {
        RunDirectory directory = RunDirectory.create();
        try {
            Path home = directory.path();
            Isolation isolation = Isolation.probe(mode, home);
            List<Path> entries = new ArrayList<>(checkClasses);
            entries.addAll(ChildClassPath.ofWorker());
            List<Path> worker = isolation.reachable(entries, home.resolve("kit"));
            Path scratch = Files.createDirectory(home.resolve("compiler"));
            List<Path> compilerPath =
                    isolation.reachable(ChildClassPath.of(Compiler.class), home.resolve("compiler-kit"));
            Compiler compiler = new Compiler(isolation, compilerPath, scratch);
            compiler.warmUp();
            return new GradingEnvironment(directory, isolation, worker, compiler, checkClasses, law);
        } catch (IOException | InterruptedException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    Isolation isolation() {
        return isolation;
    }

    Compiler compiler() {
        return compiler;
    }

    RuleChecker law() {
        return law;
    }

    /** Whether a class of this binary name with slashes is one of the checks or of their helpers. */
    boolean isOfChecks(String name) {
        return checkClasses.stream().anyMatch(root -> Files.isRegularFile(ClassFiles.in(root, name)));
    }

    /**
     * From now on a worker outlives its grading and serves the next: for one learner who saves again and again, on the
     * learner's own machine. A worker that a check left something behind in is replaced, as between two checks.
     */
    void keepWarm() throws IOException, InterruptedException {
        keeping = true;
        if (kept.get() == null) {
            keep(started());
        }
    }

    /** Where the next grading's code runs. */
    WorkerSet slot() throws IOException {
        WorkerSet warm = kept.getAndSet(null);
        return warm == null ? newSlot() : warm;
    }

    /** Takes back what {@link #slot} gave. */
    void giveBack(WorkerSet slot) throws InterruptedException {
        if (keeping) {
            try {
                if (slot.workers().isWarm()) {
                    slot.empty();
                    keep(slot);
                    return;
                }
                keep(started());
            } catch (IOException e) {
                // Then the next grading starts one of its own, and says so if it cannot.
                slot.close();
                return;
            }
        }
        slot.close();
    }

    private void keep(WorkerSet slot) throws InterruptedException {
        WorkerSet before = kept.getAndSet(slot);
        if (before != null) {
            before.close();
        }
    }

    private WorkerSet started() throws IOException, InterruptedException {
        WorkerSet slot = newSlot();
        slot.workers().warmUp();
        slot.explorers().warmUp();
        return slot;
    }

    private WorkerSet newSlot() throws IOException {
        int number = gradings.incrementAndGet();
        return WorkerSet.of(
                settings(Integer.toString(number), false), settings(number + "x", true), settings(number + "y", true));
    }

    private WorkerSettings settings(String name, boolean explores) {
        return new WorkerSettings(isolation, workerClassPath, directory.path().resolve(name), HEAP_MEGABYTES, explores);
    }

    @Override
    public void close() throws InterruptedException {
        keeping = false;
        WorkerSet slot = kept.getAndSet(null);
        if (slot != null) {
            slot.close();
        }
        compiler.close();
        directory.close();
    }
}
