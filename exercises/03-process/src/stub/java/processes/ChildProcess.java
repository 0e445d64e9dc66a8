package processes;

import java.io.IOException;

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
     * Starts a new JVM on a main class, gives it input, and waits for its end.
     *
     * <ul>
     *   <li>The child runs the same {@code java} executable as this JVM, with the same class path. The main
     *       class may be nested in another class.
     *   <li>The child reads {@code input} as UTF-8 from its standard input, and then the end of the stream.
     *   <li>The result holds every byte of the child's standard output, decoded as UTF-8, line ends as they
     *       were; nothing of its standard error.
     *   <li>A child that crashes, or ends with any exit code, is a result and not an exception, even when it
     *       never read its input.
     *   <li>Megabytes of input, of output and of error output, all at once, never make either side hang.
     *   <li>A caller that is interrupted while it waits leaves no child running.
     * </ul>
     *
     * @param mainClass the class whose {@code main} the child runs
     * @param input what the child can read
     * @return how the child ended
     * @throws IOException if no process can be started
     * @throws InterruptedException if the caller is interrupted; then no child is left running
     */
    public static Result run(Class<?> mainClass, String input) throws IOException, InterruptedException {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/03-process/src/main/java/processes/ChildProcess.java");
    }
}
