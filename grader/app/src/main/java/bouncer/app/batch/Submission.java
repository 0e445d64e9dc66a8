package bouncer.app.batch;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One student's submission as it lies in the directory of a class.
 *
 * @param user the student, as far as the layout says
 * @param fileName the name of the files about it, without an ending; different from every other one's in the class, also
 *     where capitals do not count
 * @param paths a directory, an archive, or Java files
 * @param refused why it cannot be read and what to do about it; null when it can be tried
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
