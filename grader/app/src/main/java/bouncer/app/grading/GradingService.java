package bouncer.app.grading;

import bouncer.app.catalogue.Catalogue;
import bouncer.app.catalogue.CheckOrder;
import bouncer.app.catalogue.CheckReader;
import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.CompiledChecks;
import bouncer.app.catalogue.Exercise;
import bouncer.app.sandbox.Isolation;
import bouncer.app.sandbox.IsolationMode;
import bouncer.app.submission.Sources;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Origin;
import bouncer.app.verdict.Report;
import bouncer.app.verdict.Version;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The exercises directory with its compiled checks, and what it takes to judge submissions by them. Thread-safe;
 * different gradings can be used at the same time.
 */
public final class GradingService implements AutoCloseable {
    private final Path exercises;
    private final List<Exercise> rooms;
    private final IsolationMode mode;
    private final @Nullable HiddenChecks hidden;
    private final RuleChecker law;
    private final Map<Exercise, List<CheckSpec>> checks = new ConcurrentHashMap<>();
    private final Map<Exercise, ExerciseChecks> checkClasses = new ConcurrentHashMap<>();
    private @Nullable GradingEnvironment bench;

    /** Opens an exercises directory; rules other than {@link RuleChecker#RULES} are for tests alone. */
    GradingService(Path exercises, IsolationMode mode, @Nullable HiddenChecks hidden, RuleChecker law) {
        this.exercises = exercises;
        this.rooms = Catalogue.load(exercises);
        this.mode = mode;
        this.law = law;
        this.hidden = hidden;
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
     * The same with an instructor's own checks beside the published ones.
     *
     * @param hidden a directory with {@code <slug>/…/SomethingChecks.java}
     * @throws IOException if they cannot be read or do not compile
     */
    public static GradingService open(Path exercises, IsolationMode mode, Path hidden) throws IOException {
        Path absolute = exercises.toAbsolutePath().normalize();
        return new GradingService(absolute, mode, HiddenChecks.compile(hidden, absolute, true), RuleChecker.RULES);
    }

    /**
     * The same without isolation and with nothing concealed, for the instructor who tries hidden checks on right solutions.
     *
     * @throws IOException if they cannot be read or do not compile
     */
    public static GradingService withVisible(Path exercises, Path hidden) throws IOException {
        Path absolute = exercises.toAbsolutePath().normalize();
        return new GradingService(
                absolute, IsolationMode.NONE, HiddenChecks.compile(hidden, absolute, false), RuleChecker.RULES);
    }

    /** The exercises that have hidden checks. */
    public Set<String> slugsWithHiddenChecks() {
        return hidden == null ? Set.of() : hidden.bySlug().keySet();
    }

    /** The directory that holds the rooms. */
    public Path exercises() {
        return exercises;
    }

    /** The rooms in teaching order. */
    public List<Exercise> rooms() {
        return rooms;
    }

    /** Lists the checks of a room on this JDK. */
    public List<CheckSpec> checks(Exercise room) {
        return checks.computeIfAbsent(room, this::read);
    }

    private List<CheckSpec> read(Exercise room) {
        List<Path> places = new ArrayList<>(List.of(CompiledChecks.of(exercises, room.slug())));
        if (hidden != null) {
            places.add(hidden.classes());
        }
        try (URLClassLoader loader = CompiledChecks.open(places)) {
            List<CheckSpec> specs = new ArrayList<>();
            room.checks().forEach(name -> specs.addAll(CheckReader.read(loader, name)));
            List<CheckSpec> unseen = new ArrayList<>();
            if (hidden != null) {
                hidden.bySlug()
                        .getOrDefault(room.slug(), List.of())
                        .forEach(name -> unseen.addAll(CheckReader.read(loader, name)));
            }
            for (int i = 0; i < unseen.size(); i++) {
                CheckSpec spec = unseen.get(i);
                specs.add(hidden != null && hidden.isMasked() ? HiddenChecks.mask(spec, i + 1, unseen.size()) : spec);
            }
            return CheckOrder.of(specs);
        } catch (IOException e) {
            throw new IllegalStateException("The checks of " + room.slug() + " cannot be read", e);
        }
    }

    /**
     * Prepares one exercise of a submission.
     *
     * @param sources what was found of the exercise in the submission
     * @throws IOException if the machine does not let us work, or the isolation that was demanded cannot be had
     */
    public ExerciseGrading grading(Exercise room, Sources sources) throws IOException, InterruptedException {
        // Opening the environment starts the compiler, which gets warm while the checks are read.
        GradingEnvironment open = bench();
        return new ExerciseGrading(room, checks(room), checkClasses(room), sources, open);
    }

    private ExerciseChecks checkClasses(Exercise exercise) throws IOException {
        ExerciseChecks known = checkClasses.get(exercise);
        if (known == null) {
            List<Path> unseen = hidden == null ? List.of() : List.of(hidden.classes());
            known = ExerciseChecks.read(checks(exercise), CompiledChecks.of(exercises, exercise.slug()), unseen);
            checkClasses.put(exercise, known);
        }
        return known;
    }

    /** Starts what takes time and is needed for every grading: the compiler, which gets warm while we go on. */
    public void warmUp() throws IOException, InterruptedException {
        bench();
    }

    /**
     * From now on workers serve one grading after another, which saves the time to start them: for the exercises of one
     * learner, who is the only one that the workers' code could harm.
     *
     * @throws IllegalStateException if submissions are isolated
     */
    public void reuseWorkers() throws IOException, InterruptedException {
        if (mode != IsolationMode.NONE) {
            throw new IllegalStateException("One process would serve several submissions");
        }
        bench().reuse(Runtime.getRuntime().availableProcessors());
    }

    /**
     * The same for the loop of saving and looking: the workers too are started before they are needed, and serve one
     * grading after the other.
     */
    public void keepWarm() throws IOException, InterruptedException {
        if (mode != IsolationMode.NONE) {
            throw new IllegalStateException("One process would serve several submissions");
        }
        bench().keepWarm();
    }

    private synchronized GradingEnvironment bench() throws IOException, InterruptedException {
        GradingEnvironment open = bench;
        if (open == null) {
            open = GradingEnvironment.open(mode, allCheckClasses(), law);
            bench = open;
        }
        return open;
    }

    /** Ends every process and deletes every file that gradings may have left. */
    @Override
    public synchronized void close() throws InterruptedException {
        GradingEnvironment open = bench;
        bench = null;
        if (open != null) {
            open.close();
        }
        if (hidden != null) {
            hidden.close();
        }
    }

    private List<Path> allCheckClasses() {
        List<Path> places = new ArrayList<>();
        rooms.forEach(room -> places.add(CompiledChecks.of(exercises, room.slug())));
        if (hidden != null) {
            places.add(hidden.classes());
        }
        return places;
    }

    /** Describes this process: its version, its JDK, its processors, its isolation. */
    public synchronized Origin origin() {
        Isolation isolation = bench == null ? Isolation.none() : bench.isolation();
        return new Origin(
                Version.CURRENT,
                Runtime.version().toString(),
                Runtime.getRuntime().availableProcessors(),
                isolation.description());
    }

    /** Puts exercises together; the hash is over every path and text that was judged. */
    public Report report(String name, List<ExerciseReport> exercises, SortedMap<String, String> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, String> file : files.entrySet()) {
                digest.update((file.getKey() + "\0" + file.getValue() + "\0").getBytes(StandardCharsets.UTF_8));
            }
            return new Report(name, HexFormat.of().formatHex(digest.digest()), origin(), exercises);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
