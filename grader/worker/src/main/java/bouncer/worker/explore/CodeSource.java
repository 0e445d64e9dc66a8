package bouncer.worker.explore;

import bouncer.engine.ClassSource;
import bouncer.worker.submission.ClassFiles;
import bouncer.worker.submission.Links;
import bouncer.worker.submission.VisibleJdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Finds the classes under exploration: the submission's in its directory, and those of the check and its helpers among
 * the classes of checks. One loader defines both, so this class also decides what a submission's class may link to.
 * Immutable, thread-safe.
 */
final class CodeSource implements ClassSource {
    private final ClassFiles files;
    private final VisibleJdk jdk;
    private final EntryPoint entry;

    /**
     * Creates a source of these class files, of which the submission's may link only to these JDK classes.
     *
     * @param entry the generated class that starts the check
     */
    CodeSource(ClassFiles files, VisibleJdk jdk, EntryPoint entry) {
        this.files = files;
        this.jdk = jdk;
        this.entry = entry;
    }

    @Override
    public byte @Nullable [] bytes(String className) {
        if (className.equals(entry.className())) {
            return entry.bytes();
        }
        try {
            Path theirs = files.submissions(className);
            if (theirs != null) {
                return linkable(className, Files.readAllBytes(theirs));
            }
            return className.startsWith(entry.packagePrefix()) ? files.judges(className) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] linkable(String className, byte[] bytes) throws IOException {
        for (String name : Links.of(bytes)) {
            if (!jdk.shows(name) && files.submissions(name) == null) {
                throw new NoClassDefFoundError(name + " is not there for a submission, but " + className + " names it");
            }
        }
        return bytes;
    }
}
