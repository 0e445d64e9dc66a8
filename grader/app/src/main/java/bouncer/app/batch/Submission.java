package bouncer.app.batch;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One student's submission in the directory of a class.
 *
 * @param user the student, as far as the layout says
 * @param fileName the name of the student's result files, without an ending; unique in the class even if case is
 *     ignored
 * @param paths a directory, an archive, or Java files; not empty
 * @param refused why it cannot be read and what to do about it; null if it can be tried
 */
record Submission(
        String user,
        String fileName,
        List<Path> paths,
        @Nullable String refused) {
    Submission {
        paths = List.copyOf(paths);
    }
}
