package processes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** No pipes at all: files never fill up, and nobody needs to read while the child runs. */
public final class ChildProcess {
    private ChildProcess() {}

    public record Result(int exitCode, String output) {}

    public static Result run(Class<?> mainClass, String input) throws IOException, InterruptedException {
        Path in = Files.createTempFile("child", ".in");
        Path out = Files.createTempFile("child", ".out");
        try {
            Files.writeString(in, input);
            Process child = new ProcessBuilder(List.of(
                            System.getProperty("java.home") + "/bin/java",
                            "-cp",
                            System.getProperty("java.class.path"),
                            mainClass.getName()))
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return new Result(child.waitFor(), read(out));
            } finally {
                child.destroyForcibly();
            }
        } finally {
            Files.deleteIfExists(in);
            Files.deleteIfExists(out);
        }
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
