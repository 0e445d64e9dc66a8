package bouncer.app.sandbox;

import bouncer.checks.CheckRuntime;
import bouncer.clients.run.ClientSession;
import bouncer.engine.Model;
import bouncer.worker.WorkerMain;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the class path entries that child processes need, whether this process was started by an IDE, Surefire or the
 * command line. Stateless.
 */
public final class ChildClassPath {
    private ChildClassPath() {}

    /** Returns the class path entries of a worker, in order. */
    public static List<Path> ofWorker() {
        return of(
                WorkerMain.class,
                CheckRuntime.class,
                ClientSession.class,
                Model.class,
                org.objectweb.asm.ClassReader.class,
                org.objectweb.asm.tree.ClassNode.class,
                org.objectweb.asm.commons.Remapper.class,
                org.opentest4j.AssertionFailedError.class,
                org.junit.jupiter.api.Assertions.class,
                org.junit.platform.commons.JUnitException.class,
                org.assertj.core.api.Assertions.class,
                net.bytebuddy.ByteBuddy.class,
                org.awaitility.Awaitility.class,
                org.hamcrest.Matcher.class);
    }

    /** Returns the class path entries that contain some classes, without duplicates. */
    public static List<Path> of(Class<?>... anchors) {
        return Stream.of(anchors).map(ChildClassPath::source).distinct().toList();
    }

    private static Path source(Class<?> anchor) {
        CodeSource source = anchor.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IllegalStateException("Unknown class path entry of " + anchor.getName());
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A class path entry is not a file: " + source.getLocation(), e);
        }
    }
}
