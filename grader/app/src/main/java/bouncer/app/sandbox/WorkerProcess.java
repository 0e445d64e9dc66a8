package bouncer.app.sandbox;

import bouncer.worker.wire.Channel;
import bouncer.worker.wire.Endpoint;
import bouncer.worker.wire.Message;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A worker process and the channel to it. Used by one thread; a second one receives messages from the channel. */
final class WorkerProcess implements AutoCloseable {
    private static final long START_SECONDS = 120;
    private static final int MOST_UNREAD = 64;
    private final Process process;
    private final Isolation isolation;
    private final int user;
    private final String mark;
    private final Endpoint endpoint;
    private final BlockingQueue<Heard> heard = new ArrayBlockingQueue<>(MOST_UNREAD);
    private final String secret = secret();
    private final Optional<CpuPinning.Held> processor;
    private volatile Endpoint.@Nullable Connection connection;
    private volatile @Nullable Channel channel;
    private boolean greeted;

    /** What the listener received: a message, or the reason why there will be no more. */
    private record Heard(
            @Nullable Message message, @Nullable IOException end) {}

    private WorkerProcess(WorkerSettings settings) throws IOException {
        isolation = settings.isolation();
        mark = "BOUNCER_WORKER=" + secret();
        endpoint = Endpoint.open(settings.home());
        processor = settings.explores() ? CpuPinning.hold() : Optional.empty();
        try {
            List<Path> visible = new java.util.ArrayList<>(settings.classPath());
            visible.add(settings.home());
            user = isolation.newUser();
            ProcessBuilder builder =
                    isolation.builder(WorkerCommand.of(settings, endpoint.address()), visible, settings.home(), user);
            processor.ifPresent(held -> builder.command().addAll(0, held.prefix()));
            builder.environment().put(mark.substring(0, mark.indexOf('=')), mark.substring(mark.indexOf('=') + 1));
            if (!isolation.namespaces()) {
                Path own = Files.createDirectories(settings.scratch());
                if (user != UidAllocator.SAME_USER) {
                    UidAllocator.give(own, settings.home(), user);
                }
                builder.directory(own.toFile());
                builder.environment().put("TMPDIR", own.toString());
            }
            // The output of a worker is discarded: it cannot be trusted, and an unread pipe would fill up.
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
            process = builder.start();
        } catch (IOException e) {
            processor.ifPresent(CpuPinning.Held::close);
            endpoint.close();
            throw e;
        }
        Thread listener = new Thread(this::listen, "worker " + process.pid());
        listener.setDaemon(true);
        listener.start();
    }

    /**
     * Starts a worker without waiting for it, so that it gets ready while the submission is being compiled.
     *
     * @throws IOException if no process can be started
     */
    static WorkerProcess start(WorkerSettings settings) throws IOException {
        WorkerProcess worker = new WorkerProcess(settings);
        try (OutputStream stdin = worker.process.getOutputStream()) {
            stdin.write((worker.secret + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The worker ended before it read the secret; the next call to receive() reports that.
            return worker;
        }
        return worker;
    }

    private void listen() {
        try (Endpoint meeting = endpoint) {
            Endpoint.Connection made = meeting.accept();
            connection = made;
            Channel open = new Channel(made.in(), made.out());
            channel = open;
            meeting.close();
            while (true) {
                heard.put(new Heard(open.receive(), null));
            }
        } catch (IOException e) {
            end(e);
        } catch (InterruptedException e) {
            end(new EOFException("interrupted"));
        }
    }

    private void end(IOException cause) {
        try {
            heard.put(new Heard(null, cause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns true if the process has not ended. */
    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits until the worker has said hello; returns immediately after the first time.
     *
     * @throws IOException if the worker ends or does not answer in time
     */
    void ready() throws IOException, InterruptedException {
        if (greeted) {
            return;
        }
        long start = System.nanoTime();
        Message hello = null;
        while (hello == null) {
            hello = receive(100);
            if (hello == null && !process.isAlive()) {
                throw new IOException("it ended at once with exit code " + process.exitValue());
            }
            boolean late = System.nanoTime() - start > TimeUnit.SECONDS.toNanos(START_SECONDS);
            if (hello == null && late && !Debugging.isOn()) {
                throw new IOException("it did not say hello within " + START_SECONDS + " s");
            }
        }
        if (!hello.equals(new Message.Hello(secret))) {
            throw new IOException("something else than the worker connected");
        }
        greeted = true;
    }

    /**
     * Sends a message.
     *
     * @throws IOException if the worker is not connected or has ended
     */
    void send(Message message) throws IOException {
        Channel open = channel;
        if (open == null) {
            throw new IOException("no connection");
        }
        open.send(message);
    }

    /**
     * Waits for the next message.
     *
     * @param millis the longest time to wait, in milliseconds
     * @return the message, or null if there was none in time
     * @throws IOException if there will be no more messages
     */
    @Nullable
    Message receive(long millis) throws IOException, InterruptedException {
        Heard next = heard.poll(millis, TimeUnit.MILLISECONDS);
        if (next != null && next.end() != null) {
            end(next.end()); // for the next call
            throw next.end();
        }
        return next == null ? null : next.message();
    }

    /** Returns the exit code of the process, or -1 if it still runs after five seconds. */
    int exitCode() throws InterruptedException {
        return process.waitFor(5, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    /**
     * The memory that the process and those it started hold now, in bytes. A process that left the tree is counted only
     * where a user of its own tells it.
     */
    long memory() {
        return ProcessTree.memory(
                user == UidAllocator.SAME_USER
                        ? Stream.concat(Stream.of(process.toHandle()), process.descendants())
                        : UidAllocator.processes(user).stream());
    }

    /** Kills the process and every process it started, and waits until they have ended. */
    @Override
    public void close() {
        ProcessTree.end(process);
        if (isolation.namespaces()) {
            // The processes it started ended together with its namespaces.
        } else if (user != UidAllocator.SAME_USER) {
            UidAllocator.end(user);
        } else {
            ProcessTree.endMarked(mark);
        }
        closeQuietly(connection);
        closeQuietly(endpoint);
        processor.ifPresent(CpuPinning.Held::close);
    }

    private static void closeQuietly(@Nullable AutoCloseable resource) {
        try {
            if (resource != null) {
                resource.close();
            }
        } catch (Exception e) {
            // The other end has gone, so there is nothing left to close.
            return;
        }
    }

    private static String secret() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
