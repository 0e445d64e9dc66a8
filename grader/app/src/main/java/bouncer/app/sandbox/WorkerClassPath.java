package bouncer.app.sandbox;

import bouncer.checks.worker.WorkerMain;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;

/** Finds the libraries a worker needs where this process found them, be that an IDE, Surefire or the command line. */
public final class WorkerClassPath {
    private WorkerClassPath() {}

    /** Returns the entries, in order. */
    public static List<Path> locate() {
        return Stream.of(
                        WorkerMain.class,
                        bouncer.engine.Explorer.class,
                        org.objectweb.asm.ClassWriter.class,
                        org.objectweb.asm.tree.ClassNode.class,
                        org.objectweb.asm.commons.Remapper.class,
                        org.opentest4j.AssertionFailedError.class,
                        org.assertj.core.api.Assertions.class,
                        org.awaitility.Awaitility.class,
                        org.hamcrest.Matcher.class)
                .map(WorkerClassPath::source)
                .distinct()
                .toList();
    }

    private static Path source(Class<?> anchor) {
        CodeSource source = anchor.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IllegalStateException("No place known for " + anchor.getName());
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A class path entry that is no file: " + source.getLocation(), e);
        }
    }
}
