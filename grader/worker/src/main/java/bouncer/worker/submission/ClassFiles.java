package bouncer.worker.submission;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the judge's class files from a submission's. Where both have one of the same name, the judge's counts: nothing
 * that a submission brings along takes the place of a check, of a helper or of a library. Immutable, thread-safe.
 */
public final class ClassFiles {
    private static final int LONGEST_NAME = 120;
    private final Path submission;
    private final ClassLoader judge;
    private final Map<String, byte[]> checks;

    /**
     * Takes where to look.
     *
     * @param submission the directory of the submission's classes, which may lie on the judge's class path too
     * @param judge finds the judge's classes
     * @param checks class files of the checks that are nowhere but in memory, by binary name with slashes
     */
    public ClassFiles(Path submission, ClassLoader judge, Map<String, byte[]> checks) {
        this.submission = submission.toAbsolutePath().normalize();
        this.judge = judge;
        this.checks = Map.copyOf(checks);
    }

    /** The judge's class file of this binary name, or null if it has none. */
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

    /** The submission's class file of this binary name, or null if it has none that counts. */
    public @Nullable Path submissions(String className) throws IOException {
        Path file = in(submission, className);
        return Files.isRegularFile(file) && !isJudges(className) ? file : null;
    }

    private boolean isJudges(String className) throws IOException {
        return checks.containsKey(className.replace('.', '/')) || find(className) != null;
    }

    /** Reads a class file of the judge's. */
    public static byte[] read(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            return in.readAllBytes();
        }
    }

    /**
     * Where a submission's class file lies below the directory of its classes. Not every file system takes the name of
     * every class, and which letters one takes depends on the locale: what is not plain is escaped, and what is too long
     * for a file is cut and told apart by its hash.
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
            plain.replace(start + LONGEST_NAME, plain.length(), "%" + sha256(className.replace('.', '/')));
        }
        return directory.resolve(plain + ".class");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    /** Where a class file of the judge's lies below the root of a class path entry. */
    private static String path(String className) {
        return className.replace('.', '/') + ".class";
    }
}
