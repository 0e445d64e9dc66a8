package processes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs a child, but not for long. */
public final class ChildProcess {
    private ChildProcess() {}

    public record Result(int exitCode, String output) {}

    public static Result run(Class<?> mainClass, String input) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        mainClass.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            CompletableFuture<byte[]> output = new CompletableFuture<>();
            daemon(() -> {
                try {
                    output.complete(child.getInputStream().readAllBytes());
                } catch (IOException e) {
                    output.completeExceptionally(e);
                }
            });
            daemon(() -> {
                try (OutputStream toChild = child.getOutputStream()) {
                    toChild.write(input.getBytes(StandardCharsets.UTF_8));
                } catch (IOException ignored) {
                    // the child did not want it
                }
            });
            if (!child.waitFor(10, TimeUnit.SECONDS)) {
                child.destroyForcibly();
            }
            return new Result(child.waitFor(), new String(output.join(), StandardCharsets.UTF_8));
        } finally {
            child.destroyForcibly();
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }
}
