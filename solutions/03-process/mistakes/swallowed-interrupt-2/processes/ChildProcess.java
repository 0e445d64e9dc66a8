package processes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

public final class ChildProcess {
    private ChildProcess() {}

    public record Result(int exitCode, String output) {}

    public static Result run(Class<?> mainClass, String input) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        mainClass.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Thread writer = new Thread(() -> {
                try (OutputStream to = child.getOutputStream()) {
                    to.write(input.getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    // not wanted
                }
            });
            writer.start();
            byte[] bytes = child.getInputStream().readAllBytes();
            return new Result(child.waitFor(), new String(bytes, StandardCharsets.UTF_8));
        } finally {
            child.destroyForcibly();
        }
    }
}
