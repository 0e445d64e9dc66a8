package bouncer.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The memory of a process is what it holds itself, and nothing once it has ended. */
class ProcessMemoryTest {
    private static final long MEBIBYTE = 1L << 20;

    @Test
    void whatAChildHoldsIsCounted() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "only Linux tells the memory of a process");
        // tail keeps a last line that has no end, here 64 MiB of it.
        Process child = new ProcessBuilder("sh", "-c", "(head -c 67108864 /dev/zero; sleep 60) | tail").start();
        try {
            Awaitility.await()
                    .atMost(30, TimeUnit.SECONDS)
                    .until(() -> ProcessTree.memory(child.descendants()) > 60 * MEBIBYTE);
            assertThat(ProcessTree.memory(child.descendants())).isLessThan(200 * MEBIBYTE);
        } finally {
            ProcessTree.end(child);
        }
        assertThat(ProcessTree.memory(Stream.of(child.toHandle()))).isZero();
    }
}
