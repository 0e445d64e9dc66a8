package bouncer.app.grading;

import bouncer.app.catalogue.Exercise;
import bouncer.app.log.HarnessLog;
import bouncer.app.sandbox.Isolation;
import bouncer.app.sandbox.IsolationMode;
import bouncer.app.submission.Sources;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Origin;
import bouncer.app.verdict.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Grades submissions for the exercises of a directory. Thread-safe; different gradings can be used at the same time.
 */
public final class GradingService implements AutoCloseable {
    private final ExerciseCatalog catalog;
    private final IsolationMode mode;
    private final HiddenChecks hidden;
    private final RuleChecker rules;
    private HarnessLog log;
    private @Nullable GradingEnvironment environment;
    private boolean closed;

    /** Opens an exercises directory; only tests use rules other than {@link RuleChecker#RULES}. */
    GradingService(Path exercises, IsolationMode mode, @Nullable HiddenChecks hidden, RuleChecker rules) {
        this.hidden = hidden == null ? HiddenChecks.NONE : hidden;
        this.catalog = new ExerciseCatalog(exercises, this.hidden);
        this.mode = mode;
        this.log = HarnessLog.of(exercises);
        this.rules = rules;
    }

    /** Opens an exercises directory whose checks are built, for a student on the student's own machine. */
    public static GradingService open(Path exercises) {
        return open(exercises, IsolationMode.NONE);
    }

    /** Opens an exercises directory whose checks are built. Nothing is started before the first grading. */
    public static GradingService open(Path exercises, IsolationMode mode) {
        Path absolute = exercises.toAbsolutePath().normalize();
        return new GradingService(absolute, mode, null, RuleChecker.RULES);
    }

    /**
     * Opens an exercises directory with an instructor's hidden checks beside the published ones.
     *
     * @param hidden a directory with {@code <slug>/…/SomethingChecks.java}
     * @param isMasked whether reports give only the number of a hidden check, as students are to see them; else they
     *     show its findings in full
     * @throws IOException if they cannot be read or do not compile
     */
    public static GradingService open(Path exercises, IsolationMode mode, Path hidden, boolean isMasked)
            throws IOException {
        Path absolute = exercises.toAbsolutePath().normalize();
        return new GradingService(absolute, mode, HiddenChecks.compile(hidden, absolute, isMasked), RuleChecker.RULES);
    }

    /** Returns the slugs of the exercises that have hidden checks. */
    public Set<String> slugsWithHiddenChecks() {
        return hidden.bySlug().keySet();
    }

    /** Returns the exercises and their checks. */
    public ExerciseCatalog catalog() {
        return catalog;
    }

    /**
     * Prepares one exercise of a submission.
     *
     * @param sources what was found of the exercise in the submission
     * @throws IOException if a process or a file cannot be created, or the demanded isolation is not available
     */
    public ExerciseGrading grading(Exercise exercise, Sources sources) throws IOException, InterruptedException {
        // Opening the environment starts the compiler, which gets warm while the checks are read.
        GradingEnvironment open = environment();
        return new ExerciseGrading(exercise, catalog.checks(exercise), catalog.classes(exercise), sources, open);
    }

    /** Starts the compiler in the background, because every grading needs it and it takes time to start. */
    public void warmUp() throws IOException, InterruptedException {
        environment();
    }

    /**
     * Keeps workers from one grading to the next, which saves the time to start them. Only for the exercises of one
     * learner: code that one grading leaves behind in a worker could then harm only the same learner's next grading.
     *
     * @throws IllegalStateException if submissions are isolated
     */
    public void reuseWorkers() throws IOException, InterruptedException {
        if (mode != IsolationMode.NONE) {
            throw new IllegalStateException("Isolated submissions cannot share worker processes");
        }
        environment().reuse(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Like {@link #reuseWorkers} for a loop that grades after every save: workers are also started before they are
     * needed.
     */
    public void keepWarm() throws IOException, InterruptedException {
        if (mode != IsolationMode.NONE) {
            throw new IllegalStateException("Isolated submissions cannot share worker processes");
        }
        environment().keepWarm();
    }

    /**
     * Sets the log of harness errors for the gradings that begin from now on; by default it lies beside the exercises.
     */
    public synchronized void logTo(HarnessLog newLog) {
        log = newLog;
        if (environment != null) {
            environment.logTo(newLog);
        }
    }

    private synchronized GradingEnvironment environment() throws IOException, InterruptedException {
        GradingEnvironment open = environment;
        if (closed) {
            throw new IllegalStateException("This grading service is closed");
        }
        if (open == null) {
            open = GradingEnvironment.open(
                    mode, catalog.checkClasses(), hidden.classes().keySet(), rules, log);
            environment = open;
        }
        return open;
    }

    /** Ends all worker and compiler processes and deletes the temporary files. Nothing can be graded any more. */
    @Override
    public synchronized void close() throws InterruptedException {
        GradingEnvironment open = environment;
        environment = null;
        closed = true;
        if (open != null) {
            open.close();
        }
    }

    /** Describes this process: its version, its JDK, its processors, its isolation. */
    public synchronized Origin origin() {
        Isolation isolation = environment == null ? Isolation.none() : environment.isolation();
        return new Origin(
                Version.CURRENT,
                Runtime.version().toString(),
                Runtime.getRuntime().availableProcessors(),
                isolation.description());
    }

    /** Combines the reports of exercises into one; its hash covers every path and text that was judged. */
    public Report report(String name, List<ExerciseReport> exercises, SortedMap<String, String> files) {
        return new Report(name, SourceHash.of(files), origin(), exercises);
    }
}
