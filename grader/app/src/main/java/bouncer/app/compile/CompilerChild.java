package bouncer.app.compile;

import bouncer.app.sandbox.Isolation;
import bouncer.app.sandbox.ProcessTree;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** One javac in its own process, kept running between compilations. Used by one thread at a time. */
final class CompilerChild implements AutoCloseable {
    /** Enough heap for any exercise. The limit on processor time does not depend on the load of the machine. */
    private static final String HEAP = "-Xmx256m";

    private static final Duration MOST_CPU = Duration.ofSeconds(20);
    private static final Duration MOST_WALL = Duration.ofMinutes(5);
    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;
    private boolean ready;

    private CompilerChild(Process process) {
        this.process = process;
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    }

    /**
     * Starts a child without waiting until it is ready.
     *
     * @throws IOException if no process can be started
     */
    static CompilerChild start(Isolation isolation, List<Path> classPath, Path scratch) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Isolation.java(),
                HEAP,
                "-Xss2m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=128m",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + (File.separatorChar == '\\' ? "NUL" : "/dev/null"),
                "-Duser.language=en",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                CompilerMain.class.getName()));
        ProcessBuilder builder = isolation.builder(command, classPath, scratch, isolation.newUser());
        builder.directory(scratch.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        return new CompilerChild(builder.start());
    }

    /**
     * Compiles the sources of a request.
     *
     * @throws TookTooLong if the child exceeded its time limit and was killed
     * @throws IOException if the child has ended
     */
    Answer ask(Request request) throws IOException, InterruptedException {
        // Reading and writing can both block, so they run in another thread, and this one enforces the time limits.
        FutureTask<Answer> answer = new FutureTask<>(conversation(request));
        Thread talker = new Thread(answer, "compiler");
        talker.setDaemon(true);
        Duration before = ProcessTree.cpu(process.toHandle());
        long start = System.nanoTime();
        talker.start();
        while (true) {
            try {
                return answer.get(200, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                boolean cpu = ProcessTree.cpu(process.toHandle()).minus(before).compareTo(MOST_CPU) > 0;
                if (cpu || System.nanoTime() - start > MOST_WALL.toNanos()) {
                    close();
                    throw new TookTooLong(
                            cpu ? "more than " + MOST_CPU.toSeconds() + " s of processor time" : "5 minutes");
                }
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
            }
        }
    }

    private Callable<Answer> conversation(Request request) {
        return () -> {
            if (!ready) {
                if (in.readByte() != Answer.READY) {
                    throw new IOException("The process that answers is not the compiler");
                }
                ready = true;
            }
            request.write(out);
            out.flush();
            return Answer.read(in);
        };
    }

    /** Returns true if the child ended because it ran out of memory. */
    boolean ranOutOfMemory() throws InterruptedException {
        return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == CompilerMain.OUT_OF_MEMORY;
    }

    @Override
    public void close() {
        ProcessTree.end(process);
    }

    /** Signals that the child was killed because it exceeded its time limit. */
    static final class TookTooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TookTooLong(String message) {
            super(message);
        }
    }
}
