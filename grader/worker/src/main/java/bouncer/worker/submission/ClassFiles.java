package bouncer.worker.submission;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the class files of Bouncer and of a submission. If both have a class of the same name, Bouncer's is used, so
 * that a submission cannot replace a check, a helper or a library. Immutable, thread-safe.
 */
public final class ClassFiles {
    private static final int LONGEST_NAME = 120;
    private final Path submission;
    private final ClassLoader judge;
    private final Map<String, byte[]> checks;

    /**
     * Creates a finder.
     *
     * @param submission the directory of the submission's classes, which may also be on Bouncer's class path
     * @param judge finds Bouncer's classes
     * @param checks the class files of checks that exist only in memory, by binary name with slashes
     */
    public ClassFiles(Path submission, ClassLoader judge, Map<String, byte[]> checks) {
        this.submission = submission.toAbsolutePath().normalize();
        this.judge = judge;
        this.checks = Map.copyOf(checks);
    }

    /** Returns Bouncer's class file of this binary name, or null if there is none. */
    public byte @Nullable [] judges(String className) throws IOException {
        byte[] inMemory = checks.get(className.replace('.', '/'));
        URL url = inMemory == null ? find(className) : null;
        return url == null ? inMemory : read(url);
    }

    private @Nullable URL find(String className) throws IOException {
        for (URL url : Collections.list(judge.getResources(path(className)))) {
            boolean theirs = url.getProtocol().equals("file")
                    && Path.of(URI.create(url.toString())).startsWith(submission);
            if (!theirs) {
                return url;
            }
        }
        return null;
    }

    /** Returns the submission's class file of this binary name, or null if there is none or Bouncer has one. */
    public @Nullable Path submissions(String className) throws IOException {
        Path file = in(submission, className);
        return Files.isRegularFile(file) && !isJudges(className) ? file : null;
    }

    private boolean isJudges(String className) throws IOException {
        return checks.containsKey(className.replace('.', '/')) || find(className) != null;
    }

    /** Reads a class file of Bouncer. */
    public static byte[] read(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            return in.readAllBytes();
        }
    }

    /**
     * Returns the path of a submission's class file below the directory of its classes. Not every file system accepts
     * every class name, and the accepted characters depend on the locale, so other characters than plain ones are
     * escaped, and names that are too long are shortened and made unique by a hash.
     *
     * @param className a binary name, with dots or slashes
     */
    public static Path in(Path directory, String className) {
        StringBuilder plain = new StringBuilder();
        for (char c : className.replace('.', '/').toCharArray()) {
            plain.append(c > ' ' && c < 127 && c != '%' ? String.valueOf(c) : String.format("%%%04x", (int) c));
        }
        int start = plain.lastIndexOf("/") + 1;
        if (plain.length() - start > LONGEST_NAME) {
            plain.replace(start + LONGEST_NAME, plain.length(), "%" + Hashes.sha256(className.replace('.', '/')));
        }
        return directory.resolve(plain + ".class");
    }

    /** Returns the path of a class file of Bouncer below the root of a class path entry. */
    private static String path(String className) {
        return className.replace('.', '/') + ".class";
    }
}
