package processes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Runs a Java program in a process of its own: with its own memory, heavier than a thread, and reached only
 * through pipes.
 */
public final class ChildProcess {

    private ChildProcess() {}

    /**
     * How a child ended.
     *
     * @param exitCode its exit code
     * @param output all it wrote to its standard output, decoded as UTF-8
     */
    public record Result(int exitCode, String output) {}

    /**
     * Starts a new JVM on a main class, feeds it, and waits for its end.
     *
     * <ul>
     *   <li>The child runs the same {@code java} executable as this JVM, with the same class path. The main
     *       class may be nested in another class.
     *   <li>The child reads {@code input} as UTF-8 from its standard input, and then the end of the stream.
     *   <li>The result holds every byte of the child's standard output, decoded as UTF-8, line ends as they
     *       were; nothing of its standard error.
     *   <li>A child that crashes, or ends with whatever exit code, is a result and not an exception, even
     *       when it never read its input.
     *   <li>Megabytes of input, of output and of error output, all at once, hang neither side.
     *   <li>A caller that is interrupted while it waits leaves no child running.
     * </ul>
     *
     * @param mainClass the class whose {@code main} the child runs
     * @param input what the child can read
     * @return how the child ended
     * @throws IOException if no process can be started
     * @throws InterruptedException if the caller is interrupted; no child is left running then
     */
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
            daemon(() -> read(child, output));
            daemon(() -> write(child, input));
            int exitCode = child.waitFor();
            return new Result(exitCode, new String(output.get(), StandardCharsets.UTF_8));
        } catch (ExecutionException e) {
            throw new IOException("the output of the child could not be read", e.getCause());
        } finally {
            child.destroyForcibly();
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    private static void read(Process child, CompletableFuture<byte[]> output) {
        try {
            StringBuilder text = new StringBuilder();
            byte[] buffer = new byte[1024];
            for (int n; (n = child.getInputStream().read(buffer)) > 0; ) {
                text.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
            }
            output.complete(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            output.completeExceptionally(e);
        }
    }

    private static void write(Process child, String input) {
        try (OutputStream toChild = child.getOutputStream()) {
            toChild.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException ignored) {
            // the child did not want it
        }
    }
}
