package processes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A thread for each of the three pipes; the class path travels in the environment. */
public final class ChildProcess {
    private ChildProcess() {}

    public record Result(int exitCode, String output) {}

    public static Result run(Class<?> mainClass, String input) throws IOException, InterruptedException {
        String java = ProcessHandle.current().info().command().orElse(System.getProperty("java.home") + "/bin/java");
        ProcessBuilder builder = new ProcessBuilder(java, mainClass.getName());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process child = builder.start();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Thread drainOut = start(() -> child.getInputStream().transferTo(out));
        Thread drainErr = start(() -> child.getErrorStream().transferTo(err));
        Thread feed = start(() -> {
            try (OutputStream to = child.getOutputStream()) {
                to.write(input.getBytes(StandardCharsets.UTF_8));
            }
        });
        try {
            int code = child.waitFor();
            drainOut.join();
            drainErr.join();
            feed.join();
            return new Result(code, out.toString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            child.destroyForcibly();
            throw e;
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static Thread start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // the other end is gone
            }
        });
        thread.start();
        return thread;
    }
}
