package processes;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Pipes served by a pool; the caller waits for the end of the output, then for the exit code. */
public final class ChildProcess {
    private ChildProcess() {}

    public record Result(int exitCode, String output) {}

    public static Result run(Class<?> mainClass, String input) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        mainClass.getName())
                .start();
        ExecutorService pipes = Executors.newCachedThreadPool();
        try {
            Future<byte[]> out = pipes.submit(() -> child.getInputStream().readAllBytes());
            pipes.submit(() -> child.getErrorStream().readAllBytes());
            pipes.submit(() -> feed(child, input.getBytes(StandardCharsets.UTF_8)));
            byte[] bytes = out.get();
            return new Result(child.waitFor(), new String(bytes, StandardCharsets.UTF_8));
        } catch (ExecutionException e) {
            throw new IOException(e);
        } finally {
            child.destroyForcibly();
            pipes.shutdown();
        }
    }

    private static void feed(Process child, byte[] bytes) {
        try (OutputStream to = child.getOutputStream()) {
            for (int at = 0; at < bytes.length; at += 8192) {
                to.write(bytes, at, Math.min(8192, bytes.length - at));
            }
        } catch (IOException e) {
            System.err.println("the child does not read: " + e.getMessage());
        }
    }
}
