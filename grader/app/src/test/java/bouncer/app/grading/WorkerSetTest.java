package bouncer.app.grading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bouncer.app.compile.Compiled;
import bouncer.app.log.HarnessLog;
import bouncer.app.sandbox.Isolation;
import bouncer.app.sandbox.IsolationMode;
import bouncer.app.sandbox.WorkerSettings;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Filling a worker set touches only the files that it writes: its workers may be starting meanwhile. */
class WorkerSetTest {
    @TempDir
    private Path home;

    @Test
    void whatAWorkerThatGetsReadyMakesAndDeletesIsNoneOfItsBusiness() throws Exception {
        FileStore disk = Files.getFileStore(home);
        assumeTrue(disk.supportsFileAttributeView("posix"), "files have no permissions here");
        Isolation isolation = Isolation.probe(IsolationMode.AUTO, home);
        WorkerSettings exploring = settings(isolation, "exploring");
        try (WorkerSet slot =
                WorkerSet.of(settings(isolation, "machine"), exploring, settings(isolation, "assisting"))) {
            Path passing = Files.writeString(exploring.home().resolve("w"), "");
            Files.setPosixFilePermissions(passing, PosixFilePermissions.fromString("rw-------"));
            TreeMap<String, byte[]> classes = new TreeMap<>();
            classes.put("counter/ThreadSafeCounter", "its bytes".getBytes(UTF_8));
            slot.fill(
                    new Compiled(classes, List.of()),
                    List.of("java.lang.Object"),
                    new ExerciseChecks(new TreeMap<>(), Set.of()));

            assertThat(permissions(passing)).isEqualTo("rw-------");
            assertThat(exploring.visibleJdk()).hasContent("java.lang.Object");
            Path file = exploring.classes().resolve("counter/ThreadSafeCounter.class");
            assertThat(file).hasContent("its bytes");
            if (!isolation.description().equals("process only")) {
                assertThat(permissions(file)).endsWith("r--");
                assertThat(permissions(file.getParent())).endsWith("r-x");
                assertThat(permissions(exploring.visibleJdk())).endsWith("r--");
                assertThat(permissions(exploring.home())).endsWith("x");
            }
        }
    }

    private WorkerSettings settings(Isolation isolation, String name) {
        return new WorkerSettings(isolation, List.of(), home.resolve(name), 64, false, HarnessLog.of(home));
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
