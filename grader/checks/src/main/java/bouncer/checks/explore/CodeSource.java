package bouncer.checks.explore;

import bouncer.engine.ClassSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * Where the classes under exploration come from: the submission's from its directory, and those of the check with all
 * helpers in its package from the class path. Immutable, thread-safe.
 */
final class CodeSource implements ClassSource {
    private final Path submission;
    private final ClassLoader loader;
    private final String prefix;
    private final Entry entry;

    /**
     * Takes the directory of the submission's classes and the loader that sees the check.
     *
     * @param entry the class that is made up to start the check
     */
    CodeSource(Path submission, ClassLoader loader, Entry entry) {
        this.submission = submission.toAbsolutePath().normalize();
        this.loader = loader;
        this.entry = entry;
        this.prefix = entry.packagePrefix();
    }

    @Override
    public byte @Nullable [] bytes(String className) {
        if (className.equals(entry.className())) {
            return entry.bytes();
        }
        try {
            // The check comes first: no class of a submission may take its place.
            byte[] check = className.startsWith(prefix) ? check(className) : null;
            return check != null ? check : submissions(className);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte @Nullable [] submissions(String className) throws IOException {
        Path file = submission.resolve(path(className));
        return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
    }

    private byte @Nullable [] check(String className) throws IOException {
        for (URL url : Collections.list(loader.getResources(path(className)))) {
            if (!url.getProtocol().equals("file") || !Path.of(url.getPath()).startsWith(submission)) {
                try (InputStream in = url.openStream()) {
                    return in.readAllBytes();
                }
            }
        }
        return null;
    }

    private static String path(String className) {
        return className.replace('.', '/') + ".class";
    }
}
