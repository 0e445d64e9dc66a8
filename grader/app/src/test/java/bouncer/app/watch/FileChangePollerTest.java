package bouncer.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FileChangePollerTest {
    @TempDir
    private Path directory;

    @Test
    void aSaveIsSeenOnceAndOtherFilesAreNot() throws Exception {
        Path file = Files.writeString(directory.resolve("A.java"), "class A {}");
        FileChangePoller poller = new FileChangePoller(directory);
        assertThat(poller.any()).isFalse();
        Files.writeString(file, "class A { int a; }");
        assertThat(poller.any()).isTrue();
        assertThat(poller.any()).isFalse();
        Files.writeString(directory.resolve("notes.txt"), "notes");
        assertThat(poller.any()).isFalse();
        Files.delete(file);
        assertThat(poller.any()).isTrue();
    }

    @Test
    void aFileThatAnEditorHasJustEmptiedIsNotReportedBeforeItIsFilled() throws Exception {
        Path file = Files.writeString(directory.resolve("A.java"), "class A {}");
        FileChangePoller poller = new FileChangePoller(directory);
        Files.writeString(file, "");
        Thread editor = new Thread(() -> {
            try {
                Thread.sleep(300);
                Files.writeString(file, "class A { int b; }");
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        editor.start();
        assertThat(poller.any()).isTrue();
        assertThat(Files.size(file)).isPositive();
        editor.join();
        assertThat(poller.any()).isFalse();
    }

    @Test
    void aFileThatStaysEmptyIsReportedInTheEnd() throws Exception {
        Path file = Files.writeString(directory.resolve("A.java"), "class A {}");
        FileChangePoller poller = new FileChangePoller(directory);
        Files.writeString(file, "");
        assertThat(poller.any()).isTrue();
        assertThat(poller.any()).isFalse();
    }
}
