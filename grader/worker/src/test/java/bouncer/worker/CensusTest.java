package bouncer.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CensusTest {
    /** Reads until it is terminated. */
    static final class Child {
        public static void main(String[] args) throws Exception {
            int unused = System.in.read();
        }
    }

    @Test
    void aChildThatRunsIsSeen() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName())
                .start();
        try {
            Thread waiter = new Thread(() -> {
                try {
                    int unused = child.waitFor();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            waiter.start();
            await().atMost(1, TimeUnit.MINUTES).until(() -> waiter.getState() == Thread.State.WAITING);
            assertThat(ThreadInventory.hasChildren()).isTrue();
            waiter.interrupt();
            waiter.join();
        } finally {
            child.destroyForcibly();
        }
    }
}
