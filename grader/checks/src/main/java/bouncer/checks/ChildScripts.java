package bouncer.checks;

import java.util.concurrent.TimeUnit;

/**
 * Changes how the child processes that a submission starts behave: their output can arrive late, as on a busy machine,
 * and time can pass faster or more slowly while a child is alive. Thread-safe.
 *
 * <pre>{@code
 * try (var late = ChildScripts.lateOutput(1, TimeUnit.SECONDS)) {
 *     result = ChildProcess.run(Echo.class, "text"); // right only if it waits for the thread that reads the output
 * }
 * }</pre>
 */
public final class ChildScripts {
    private ChildScripts() {}

    /** A changed behaviour, which lasts until it is closed. */
    public interface Script extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Delays the standard output of child processes: no byte can be read until this time after the end of the child,
     * when its output is complete. For children that write less than a pipe holds: a child whose pipe is full would
     * wait without end.
     */
    public static Script lateOutput(long time, TimeUnit unit) {
        CheckRuntime.get().lateOutput(unit.toNanos(time));
        return () -> CheckRuntime.get().lateOutput(0);
    }

    /**
     * Speeds up the submission's clocks and timed waits by this factor while the next child process that it starts is
     * alive. A check of a child that runs for minutes then takes seconds. After the child's end, time passes as usual.
     */
    public static Script fastTime(int times) {
        return paced(times);
    }

    /**
     * Slows down the submission's clocks and timed waits by this factor, otherwise as {@link #fastTime}. A submission
     * that kills each child after a second or two then finds that each one has ended by itself, however busy the
     * machine is.
     */
    public static Script slowTime(int times) {
        return paced(1.0 / times);
    }

    /** Lets a submission find no program {@code java} on its PATH, as on a machine whose JDK only an IDE knows. */
    public static Script noJavaOnPath() {
        CheckRuntime.get().javaOnPath(false);
        return () -> CheckRuntime.get().javaOnPath(true);
    }

    private static Script paced(double times) {
        CheckRuntime.get().childPace(times);
        return () -> CheckRuntime.get().childPace(1);
    }
}
