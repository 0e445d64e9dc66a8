package bouncer.app.submission;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Lists the places where a submission may have an exercise's files. Searches are bounded and follow no links.
 * Stateless.
 */
final class Places {
    /** The largest number of files in one package. */
    static final int MOST_FILES = 200;

    private static final int MOST_LOOSE = 1_000;
    private static final int MOST_ENTRIES = 20_000;
    private static final int DEEPEST = 12;
    private static final Set<String> NOT_SEARCHED =
            Set.of("target", "build", "out", "bin", "node_modules", "test", "stub", "solutions", "grader");

    private Places() {}

    /** Returns the possible source roots of an exercise, the preferred ones first. */
    static List<Path> roots(Path submission, String slug) {
        return List.of(
                submission.resolve("exercises").resolve(slug).resolve("src/main/java"),
                submission.resolve(slug).resolve("src/main/java"),
                submission.resolve("src/main/java"),
                submission);
    }

    /** Returns the first symbolic link on the path from a submission down to a directory; empty if there is none. */
    static List<Path> linkOnTheWay(Path submission, Path directory) {
        Path way = submission;
        for (Path part : submission.relativize(directory)) {
            way = way.resolve(part);
            if (Files.isSymbolicLink(way)) {
                return List.of(way);
            }
        }
        return List.of();
    }

    /**
     * Returns the entries below a directory with names of Java sources, sorted. It stops soon after {@link
     * #MOST_FILES}.
     *
     * @throws IOException if a directory cannot be read
     */
    static List<Path> sources(Path directory) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            collect(directory, 5, found);
        }
        found.sort(Comparator.naturalOrder());
        return found;
    }

    private static void collect(Path directory, int depth, List<Path> found) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                if (found.size() > MOST_FILES) {
                    return;
                }
                if (isJava(entry)) {
                    found.add(entry);
                } else if (depth > 0 && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    collect(entry, depth - 1, found);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static boolean isJava(Path entry) {
        return entry.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".java");
    }

    /**
     * Returns every entry of a submission with the name of a Java source, level by level and sorted within a level, at
     * most {@link #MOST_LOOSE}. Directories of builds, tests and the grader itself are not searched.
     */
    static List<Path> everywhere(Path submission) {
        List<Path> found = new ArrayList<>();
        List<Path> level = List.of(submission);
        int seen = 0;
        for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
            List<Path> next = new ArrayList<>();
            for (Path directory : level) {
                for (Path entry : entries(directory, MOST_ENTRIES - seen)) {
                    seen++;
                    String name = entry.getFileName().toString();
                    if (isJava(entry)) {
                        found.add(entry);
                    } else if (!name.startsWith(".")
                            && !NOT_SEARCHED.contains(name)
                            && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                        next.add(entry);
                    }
                    if (found.size() >= MOST_LOOSE) {
                        return found;
                    }
                }
            }
            level = next;
        }
        return found;
    }

    /** Returns at most this many entries of a directory, sorted; none if it cannot be read. */
    private static List<Path> entries(Path directory, int most) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Iterator<Path> each = entries.iterator(); found.size() < most && each.hasNext(); ) {
                found.add(each.next());
            }
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        found.sort(Comparator.naturalOrder());
        return found;
    }
}
