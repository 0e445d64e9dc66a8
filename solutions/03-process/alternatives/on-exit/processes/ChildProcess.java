package processes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** The exit of the child is a future, its output another; the result is both together. */
public final class ChildProcess {
    private ChildProcess() {}

    public record Result(int exitCode, String output) {}

    public static Result run(Class<?> mainClass, String input) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process child = new ProcessBuilder(java.toString(), "-cp", System.getProperty("java.class.path"), mainClass.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        CompletableFuture<String> text = new CompletableFuture<>();
        new Thread(() -> {
            try {
                text.complete(new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                text.complete("");
            }
        }).start();
        new Thread(() -> {
            try (OutputStream to = child.getOutputStream()) {
                to.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // not wanted
            }
        }).start();
        try {
            return child.onExit().thenCombine(text, (end, output) -> new Result(end.exitValue(), output)).get();
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            child.destroyForcibly();
            throw e;
        }
    }
}
