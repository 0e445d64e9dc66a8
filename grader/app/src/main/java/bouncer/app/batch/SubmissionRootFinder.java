package bouncer.app.batch;

import bouncer.app.catalogue.Exercise;
import bouncer.app.submission.Intake;
import bouncer.app.submission.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the root of a submission inside the directories that archive tools add around it, such as {@code repo-main/}.
 * Stateless.
 */
final class SubmissionRootFinder {
    private static final int DEEPEST = 4;

    private SubmissionRootFinder() {}

    /**
     * Returns the outermost directory from which an exercise's files can be taken. If there is none, returns the
     * innermost directory that holds unusable files of an exercise, so that messages refer to them; otherwise the given
     * directory.
     */
    static Path find(Path directory, List<Exercise> exercises) throws IOException {
        Path best = directory;
        Path root = directory;
        for (int depth = 0; depth <= DEEPEST; depth++) {
            Path here = root;
            List<Sources> found = exercises.stream()
                    .map(exercise -> Intake.find(here, exercise))
                    .toList();
            if (found.stream().anyMatch(Sources.Found.class::isInstance)) {
                return root;
            }
            if (found.stream().anyMatch(Sources.Bad.class::isInstance)) {
                best = root;
            }
            List<Path> inside = directories(root);
            if (inside.size() != 1) {
                return best;
            }
            root = inside.get(0);
        }
        return best;
    }

    private static List<Path> directories(Path root) throws IOException {
        try (Stream<Path> list = Files.list(root)) {
            return list.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .filter(entry -> !entry.getFileName().toString().equals("__MACOSX"))
                    .limit(2)
                    .toList();
        }
    }
}
