package bouncer.app.author;

import bouncer.app.author.ExerciseLinter.Complaint;
import bouncer.app.catalogue.Exercise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds files of an exercise or its solutions that nothing reads. Stateless. */
final class StrayFiles {
    private static final Pattern EXERCISE = Pattern.compile("README\\.md|exercise\\.toml|pom\\.xml"
            + "|src/(main|stub|test)/java/.+\\.java"
            + "|[\\w-]+\\.(svg|png)|(images?|pictures?)/.+"
            // Files of builds and IDEs.
            + "|(target|bin|\\.settings)/.+|\\.(classpath|project|factorypath)|.+\\.iml");
    private static final Pattern SOLUTION = Pattern.compile("equivalent\\.toml|README\\.md"
            + "|reference/.+\\.java|alternatives/[\\w-]+/.+\\.java"
            + "|mistakes/[\\w-]+/(expected\\.toml|.+\\.java)");

    private StrayFiles() {}

    static void look(Exercise exercise, SolutionRepository repository, List<Complaint> complaints) throws IOException {
        walk(repository.exercises().resolve(exercise.slug()), EXERCISE, complaints);
        walk(repository.solutions().resolve(exercise.slug()), SOLUTION, complaints);
    }

    private static void walk(Path home, Pattern known, List<Complaint> complaints) throws IOException {
        if (!Files.isDirectory(home)) {
            complaints.add(new Complaint(home, "does not exist", "mkdir -p " + home));
            return;
        }
        try (Stream<Path> paths = Files.walk(home)) {
            paths.filter(Files::isRegularFile)
                    .filter(path -> !known.matcher(
                                    home.relativize(path).toString().replace('\\', '/'))
                            .matches())
                    .forEach(path -> complaints.add(new Complaint(path, "is not used", "rm " + path)));
        }
    }
}
