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
import org.jspecify.annotations.Nullable;

/** The exercises of a directory with their checks, published and hidden. Thread-safe. */
final class ExerciseCatalog {
    private final Path directory;
    private final List<Exercise> exercises;
    private final @Nullable HiddenChecks hidden;
    private final Map<Exercise, List<CheckSpec>> checks = new ConcurrentHashMap<>();
    private final Map<Exercise, ExerciseChecks> classes = new ConcurrentHashMap<>();

    /**
     * Reads the descriptions of the exercises.
     *
     * @param hidden an instructor's own checks; null when there are none
     */
    ExerciseCatalog(Path directory, @Nullable HiddenChecks hidden) {
        this.directory = directory;
        this.exercises = Catalogue.load(directory);
        this.hidden = hidden;
    }

    /** The directory that holds the exercises. */
    Path directory() {
        return directory;
    }

    /** The exercises in teaching order. */
    List<Exercise> exercises() {
        return exercises;
    }

    /**
     * Lists the checks of an exercise on this JDK, in the order of judging.
     *
     * @throws IllegalStateException if they are not built, or come after checks that do not exist
     */
    List<CheckSpec> checks(Exercise exercise) {
        return checks.computeIfAbsent(exercise, this::read);
    }

    private List<CheckSpec> read(Exercise exercise) {
        List<Path> places = new ArrayList<>(List.of(CompiledChecks.of(directory, exercise.slug())));
        if (hidden != null) {
            places.add(hidden.classes());
        }
        try (URLClassLoader loader = CompiledChecks.open(places)) {
            List<CheckSpec> specs = new ArrayList<>();
            exercise.checks().forEach(name -> specs.addAll(CheckReader.read(loader, name)));
            List<CheckSpec> unseen = new ArrayList<>();
            if (hidden != null) {
                hidden.bySlug()
                        .getOrDefault(exercise.slug(), List.of())
                        .forEach(name -> unseen.addAll(CheckReader.read(loader, name)));
            }
            for (int i = 0; i < unseen.size(); i++) {
                CheckSpec spec = unseen.get(i);
                specs.add(hidden != null && hidden.isMasked() ? HiddenChecks.mask(spec, i + 1, unseen.size()) : spec);
            }
            return CheckOrder.of(specs);
        } catch (IOException e) {
            throw new IllegalStateException("The checks of " + exercise.slug() + " cannot be read", e);
        }
    }

    /** Reads the class files of an exercise's checks. */
    ExerciseChecks classes(Exercise exercise) throws IOException {
        ExerciseChecks known = classes.get(exercise);
        if (known == null) {
            List<Path> unseen = hidden == null ? List.of() : List.of(hidden.classes());
            known = ExerciseChecks.read(checks(exercise), CompiledChecks.of(directory, exercise.slug()), unseen);
            classes.put(exercise, known);
        }
        return known;
    }

    /** The directories of all compiled checks. */
    List<Path> checkClasses() {
        List<Path> places = new ArrayList<>();
        exercises.forEach(exercise -> places.add(CompiledChecks.of(directory, exercise.slug())));
        if (hidden != null) {
            places.add(hidden.classes());
        }
        return places;
    }
}
