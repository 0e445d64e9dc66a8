package bouncer.app.grading;

import bouncer.app.compile.Compiler;
import bouncer.app.log.HarnessLog;
import bouncer.app.sandbox.ChildClassPath;
import bouncer.app.sandbox.Isolation;
import bouncer.app.sandbox.IsolationMode;
import bouncer.app.sandbox.WorkerSettings;
import bouncer.worker.submission.ClassFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/** The isolation, compilers, workers and temporary directory that all gradings of one process share. Thread-safe. */
final class GradingEnvironment implements AutoCloseable {
    private static final int HEAP_MEGABYTES = 256;
    private final RunDirectory directory;
    private final Isolation isolation;
    private final Compiler compiler;
    private final List<Path> workerClassPath;
    private final List<Path> checkClasses;
    private final Set<String> hiddenClasses;
    private final RuleChecker rules;
    private final AtomicInteger gradings = new AtomicInteger();
    /** The most worker sets that are kept for later gradings; 0 if each serves one grading only. */
    private volatile int maxKept;

    private volatile boolean startsAhead;
    private volatile HarnessLog log;
    private final Deque<WorkerSet> kept = new ConcurrentLinkedDeque<>();

    private GradingEnvironment(
            RunDirectory directory,
            Isolation isolation,
            List<Path> workerClassPath,
            Compiler compiler,
            List<Path> checkClasses,
            Set<String> hiddenClasses,
            RuleChecker rules,
            HarnessLog log) {
        this.log = log;
        this.hiddenClasses = Set.copyOf(hiddenClasses);
        this.checkClasses = List.copyOf(checkClasses);
        this.rules = rules;
        this.directory = directory;
        this.isolation = isolation;
        this.workerClassPath = List.copyOf(workerClassPath);
        this.compiler = compiler;
    }

    /**
     * Starts the compilers and the isolation.
     *
     * @param checkClasses the directories of compiled checks
     * @param hiddenClasses the hidden checks' classes, by binary name with slashes
     * @param rules the static rules
     * @param log receives what goes wrong with workers
     * @throws IOException if the isolation that the mode demands is not available, or a file cannot be written
     */
    static GradingEnvironment open(
            IsolationMode mode, List<Path> checkClasses, Set<String> hiddenClasses, RuleChecker rules, HarnessLog log)
            throws IOException, InterruptedException {
        RunDirectory directory = RunDirectory.create();
        try {
            Path home = directory.path();
            Isolation isolation = Isolation.probe(mode, home);
            List<Path> worker = isolation.reachable(ChildClassPath.ofWorker(), home.resolve("kit"));
            Path scratch = Files.createDirectory(home.resolve("compiler"));
            List<Path> compilerPath =
                    isolation.reachable(ChildClassPath.of(Compiler.class), home.resolve("compiler-kit"));
            Compiler compiler = new Compiler(isolation, compilerPath, scratch);
            compiler.warmUp();
            return new GradingEnvironment(
                    directory, isolation, worker, compiler, checkClasses, hiddenClasses, rules, log);
        } catch (IOException | InterruptedException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Sets the log for the workers that are started from now on. */
    void logTo(HarnessLog newLog) {
        log = newLog;
    }

    Isolation isolation() {
        return isolation;
    }

    Compiler compiler() {
        return compiler;
    }

    RuleChecker rules() {
        return rules;
    }

    /** Returns true if a class of this binary name with slashes is one of the checks or of their helpers. */
    boolean isCheckClass(String name) {
        return hiddenClasses.contains(name)
                || checkClasses.stream().anyMatch(root -> Files.isRegularFile(ClassFiles.in(root, name)));
    }

    /**
     * From now on workers outlive their grading and serve the next one: for the submissions of one learner, on the
     * learner's own machine. A worker in which a check left something behind is replaced, as between two checks.
     *
     * @param most how many sets of workers may be kept, at least 1
     */
    void reuse(int most) {
        maxKept = most;
    }

    /** Like {@link #reuse} with one set, whose workers are started before the next grading needs them. */
    void keepWarm() throws IOException, InterruptedException {
        reuse(1);
        startsAhead = true;
        if (kept.isEmpty()) {
            kept.add(started());
        }
    }

    /** Returns the workers for a grading; give them back with {@link #releaseWorkers}. */
    WorkerSet acquireWorkers() throws IOException {
        WorkerSet warm = kept.poll();
        return warm == null ? newWorkers() : warm;
    }

    /** Takes back the workers of a grading that has ended. */
    void releaseWorkers(WorkerSet workers) throws InterruptedException {
        try {
            if (kept.size() < maxKept) {
                if (workers.mainWorker().isWarm()) {
                    workers.empty();
                    kept.add(workers);
                    return;
                }
                if (startsAhead) {
                    kept.add(started());
                }
            }
        } catch (IOException e) {
            // The next grading starts workers of its own, and reports it if it cannot.
        }
        workers.close();
    }

    private WorkerSet started() throws IOException, InterruptedException {
        WorkerSet workers = newWorkers();
        workers.mainWorker().warmUp();
        workers.explorer().warmUp();
        return workers;
    }

    private WorkerSet newWorkers() throws IOException {
        int number = gradings.incrementAndGet();
        return WorkerSet.of(
                settings(Integer.toString(number), false), settings(number + "x", true), settings(number + "y", true));
    }

    private WorkerSettings settings(String name, boolean explores) {
        return new WorkerSettings(
                isolation, workerClassPath, directory.path().resolve(name), HEAP_MEGABYTES, explores, log);
    }

    @Override
    public void close() throws InterruptedException {
        maxKept = 0;
        for (WorkerSet workers = kept.poll(); workers != null; workers = kept.poll()) {
            workers.close();
        }
        compiler.close();
        directory.close();
    }
}
