package bouncer.app.batch;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A student of a class and all entries of its directory that are the student's.
 *
 * @param user the student's name, which others may have, too
 * @param id the number that the platform gave to the student or the submission; empty if there is none
 * @param entries at least one; more are added while the directory is read
 */
record Student(String user, String id, List<Path> entries) {

    /** Returns the entries of the last attempt. Text that was typed into a form is dropped if there are files. */
    List<Path> ofLastAttempt() {
        String last = entries.stream()
                .map(Student::attempt)
                .max(Comparator.naturalOrder())
                .orElse("");
        List<Path> ofLast =
                entries.stream().filter(entry -> attempt(entry).equals(last)).toList();
        List<Path> files = ofLast.stream()
                .filter(entry -> !StudentName.of(entry.getFileName().toString()).isText())
                .toList();
        List<Path> parts = files.isEmpty() ? ofLast : files;
        List<Path> java = parts.stream().filter(Student::isJava).toList();
        boolean nothingElse = parts.stream()
                .noneMatch(part -> isDirectory(part) || ArchiveType.of(part).isPresent());
        // Other documents beside Java files are not part of the submission.
        return nothingElse && !java.isEmpty() ? java : parts;
    }

    private static String attempt(Path entry) {
        return StudentName.of(entry.getFileName().toString()).attempt();
    }

    /** Returns why these entries cannot be read as a submission, or null if they can be tried. */
    static @Nullable String refusal(List<Path> parts) {
        for (Path part : parts) {
            String name = part.getFileName().toString();
            if (Files.isSymbolicLink(part)) {
                return name + " is a symbolic link, and links are not followed: put the files themselves there";
            }
            if (!isDirectory(part) && !Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)) {
                return name + " is neither a directory nor a file: hand in a directory, a .zip or .java files";
            }
        }
        if (parts.stream().allMatch(Student::isJava)) {
            return null;
        }
        if (parts.size() > 1) {
            List<String> names =
                    parts.stream().map(part -> part.getFileName().toString()).toList();
            return "There are " + parts.size() + " entries of this student, " + String.join(", ", names)
                    + ": keep the one to be graded";
        }
        Path only = parts.get(0);
        String name = only.getFileName().toString();
        if (isDirectory(only)
                || ArchiveType.of(only).map(ArchiveType::isReadable).orElse(false)) {
            return null;
        }
        return ArchiveType.of(only).isPresent()
                ? ArchiveType.advice(name)
                : name + " is not a submission that Bouncer can read: hand in a directory, a .zip or .java files";
    }

    static boolean isDirectory(Path entry) {
        return Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
    }

    static boolean isJava(Path entry) {
        return Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)
                && entry.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".java");
    }
}
