package processes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

public final class ChildProcess {
    private ChildProcess() {}

    public record Result(int exitCode, String output) {}

    public static Result run(Class<?> mainClass, String input) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process child = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), mainClass.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread feeder = new Thread(() -> {
            try (OutputStream out = child.getOutputStream()) {
                out.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // it did not want to hear it
            }
        });
        feeder.start();
        FutureTask<byte[]> reader = new FutureTask<>(() -> child.getInputStream().readAllBytes());
        new Thread(reader).start();
        try {
            int code = child.waitFor();
            byte[] all = reader.get();
            feeder.join();
            return new Result(code, new String(all, StandardCharsets.UTF_8).strip());
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            child.destroyForcibly();
        }
    }
}
