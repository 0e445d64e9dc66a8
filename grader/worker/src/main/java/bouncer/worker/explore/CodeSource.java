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
 * Where the classes under exploration come from: the submission's from its directory, and those of the check with all
 * helpers in its package from the class path. One loader defines both, so what a submission's class may be linked
 * against is asked here. Immutable, thread-safe.
 */
final class CodeSource implements ClassSource {
    private final ClassFiles files;
    private final VisibleJdk jdk;
    private final GeneratedEntryPoint entry;

    /**
     * Takes the class files and what the submission's may see.
     *
     * @param entry the class that is made up to start the check
     */
    CodeSource(ClassFiles files, VisibleJdk jdk, GeneratedEntryPoint entry) {
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
