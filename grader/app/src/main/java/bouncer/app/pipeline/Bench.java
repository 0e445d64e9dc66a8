package bouncer.app.pipeline;

import bouncer.app.compile.Compiler;
import bouncer.app.sandbox.ChildClassPath;
import bouncer.app.sandbox.Isolation;
import bouncer.app.sandbox.IsolationMode;
import bouncer.app.sandbox.WorkerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What all gradings of one process share: its isolation, its compilers, its temporary directory. Thread-safe. */
final class Bench implements AutoCloseable {
    private static final int HEAP_MEGABYTES = 256;
    private final RunDirectory directory;
    private final Isolation isolation;
    private final Compiler compiler;
    private final List<Path> workerClassPath;
    private final List<Path> checkClasses;
    private final Law law;
    private final AtomicInteger gradings = new AtomicInteger();

    private Bench(
            RunDirectory directory,
            Isolation isolation,
            List<Path> workerClassPath,
            Compiler compiler,
            List<Path> checkClasses,
            Law law) {
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
    static Bench open(IsolationMode mode, List<Path> checkClasses, Law law) throws IOException, InterruptedException {
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
            return new Bench(directory, isolation, worker, compiler, checkClasses, law);
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

    Law law() {
        return law;
    }

    /** Whether a class of this binary name with slashes is one of the checks or of their helpers. */
    boolean isOfChecks(String name) {
        return checkClasses.stream().anyMatch(root -> Files.isRegularFile(root.resolve(name + ".class")));
    }

    /** A new directory for one grading, with an empty {@code classes} in it. */
    WorkerSettings newWorker() throws IOException {
        Path home = Files.createDirectory(directory.path().resolve(Integer.toString(gradings.incrementAndGet())));
        Files.createDirectory(home.resolve("classes"));
        return new WorkerSettings(isolation, workerClassPath, home, HEAP_MEGABYTES);
    }

    @Override
    public void close() throws InterruptedException {
        compiler.close();
        directory.close();
    }
}
