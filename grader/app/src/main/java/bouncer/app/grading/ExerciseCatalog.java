package bouncer.app.grading;

import bouncer.app.catalogue.Catalogue;
import bouncer.app.catalogue.CheckOrder;
import bouncer.app.catalogue.CheckReader;
import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.CompiledChecks;
import bouncer.app.catalogue.Exercise;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The exercises of a directory with their checks, published and hidden. Thread-safe. */
public final class ExerciseCatalog {
    private final Path directory;
    private final List<Exercise> exercises;
    private final HiddenChecks hidden;
    private final Map<Exercise, List<CheckSpec>> checks = new ConcurrentHashMap<>();
    private final Map<Exercise, ExerciseChecks> classes = new ConcurrentHashMap<>();

    /**
     * Reads the descriptions of the exercises.
     *
     * @param hidden an instructor's own checks
     */
    ExerciseCatalog(Path directory, HiddenChecks hidden) {
        this.directory = directory;
        this.exercises = Catalogue.load(directory);
        this.hidden = hidden;
    }

    /** Returns the directory that holds the exercises. */
    public Path directory() {
        return directory;
    }

    /** Returns the exercises in teaching order. */
    public List<Exercise> exercises() {
        return exercises;
    }

    /**
     * Returns the exercise of a directory's name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Exercise exercise(String slug) {
        return exercises.stream()
                .filter(exercise -> exercise.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no exercise " + slug + " in " + directory));
    }

    /**
     * Lists the checks of an exercise on this JDK, in the order of judging.
     *
     * @throws IllegalStateException if they are not built, or name predecessors that do not exist
     */
    public List<CheckSpec> checks(Exercise exercise) {
        return checks.computeIfAbsent(exercise, this::read);
    }

    private List<CheckSpec> read(Exercise exercise) {
        Path published = CompiledChecks.of(directory, exercise.slug());
        try (URLClassLoader loader = CompiledChecks.open(published, hidden.classes())) {
            List<CheckSpec> specs = new ArrayList<>();
            exercise.checks().forEach(name -> specs.addAll(CheckReader.read(loader, name)));
            List<CheckSpec> unseen = new ArrayList<>();
            hidden.of(exercise).forEach(name -> unseen.addAll(CheckReader.read(loader, name)));
            for (int i = 0; i < unseen.size(); i++) {
                CheckSpec spec = unseen.get(i);
                specs.add(hidden.isMasked() ? HiddenChecks.mask(spec, i + 1, unseen.size()) : spec);
            }
            return CheckOrder.of(specs);
        } catch (IOException e) {
            throw new IllegalStateException("The checks of " + exercise.slug() + " cannot be read", e);
        }
    }

    /** Reads the class files of an exercise's checks and their helpers. */
    ExerciseChecks classes(Exercise exercise) throws IOException {
        ExerciseChecks known = classes.get(exercise);
        if (known == null) {
            Path published = CompiledChecks.of(directory, exercise.slug());
            known = ExerciseChecks.read(checks(exercise), published, hidden.classes());
            classes.put(exercise, known);
        }
        return known;
    }

    /** Returns the directories of the published checks' classes. */
    List<Path> checkClasses() {
        List<Path> places = new ArrayList<>();
        exercises.forEach(exercise -> places.add(CompiledChecks.of(directory, exercise.slug())));
        return places;
    }
}
