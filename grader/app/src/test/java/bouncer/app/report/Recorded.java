package bouncer.app.report;

import bouncer.app.catalogue.Exercise;
import bouncer.app.catalogue.SampleExercise;
import bouncer.app.diagnosis.Diagnostician;
import bouncer.app.diagnosis.OwnClasses;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reports of real gradings, each with the sources that were graded, below {@code src/test/recorded}. The diagnosis is
 * computed anew, so that it has the current texts. Made with {@code ./bouncer grade DIRECTORY --exercise SLUG --json
 * report.json}.
 */
final class Recorded {
    private static final Path DIRECTORY = Path.of("src/test/recorded");

    private Recorded() {}

    /** Returns the exercise of a recorded report, with its diagnosis. */
    static ExerciseReport exercise(String name) throws IOException {
        Report report = JsonReader.read(Files.readString(DIRECTORY.resolve(name).resolve("report.json")));
        ExerciseReport recorded = report.exercises().get(0);
        ExerciseReport bare = new ExerciseReport(
                recorded.slug(), recorded.title(), recorded.sourceRoot(), recorded.verdict(), recorded.checks());
        Map<String, String> sources = sources(DIRECTORY.resolve(name));
        Exercise exercise = SampleExercise.of(recorded.slug(), recorded.title(), "a.B");
        return Diagnostician.diagnose(
                bare, exercise, List.of(), sources, OwnClasses.of(sources).values());
    }

    private static Map<String, String> sources(Path directory) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.put(directory.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return sources;
    }
}
