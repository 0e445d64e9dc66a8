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

/** Looks through the directories an archive tool wraps around a submission, such as {@code repo-main/}. Stateless. */
final class SubmissionRootFinder {
    private static final int DEEPEST = 4;

    private SubmissionRootFinder() {}

    /**
     * Returns the outermost directory from which an exercise's files can be taken; if there is none, the innermost in which
     * something of an exercise lies, so that what is said about it is said of the right place.
     */
    static Path find(Path directory, List<Exercise> rooms) throws IOException {
        Path best = directory;
        Path root = directory;
        for (int depth = 0; depth <= DEEPEST; depth++) {
            Path here = root;
            List<Sources> found =
                    rooms.stream().map(room -> Intake.find(here, room)).toList();
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
