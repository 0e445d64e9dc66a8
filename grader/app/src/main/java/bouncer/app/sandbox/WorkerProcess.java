package bouncer.app.sandbox;

import bouncer.checks.wire.Channel;
import bouncer.checks.wire.Message;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** One worker process and the channel to it. Used by one thread. */
final class WorkerProcess implements AutoCloseable {
    private static final int START_MILLIS = 60_000;
    private final Process process;
    private final Socket socket;
    private final Channel channel;

    private WorkerProcess(Process process, Socket socket, Channel channel) {
        this.process = process;
        this.socket = socket;
        this.channel = channel;
    }

    static WorkerProcess start(WorkerSettings settings) throws IOException {
        String secret = secret();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(START_MILLIS);
            ProcessBuilder builder = new ProcessBuilder(command(settings, server.getLocalPort()));
            builder.environment().clear();
            // What it prints is neither read nor believed; a pipe would only be one more thing to fill up.
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
            Process process = builder.start();
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write((secret + "\n").getBytes(StandardCharsets.UTF_8));
            }
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                Channel channel = new Channel(socket.getInputStream(), socket.getOutputStream());
                if (!channel.receive().equals(new Message.Hello(secret))) {
                    throw new IOException("Something else than the worker connected");
                }
                return new WorkerProcess(process, socket, channel);
            } catch (IOException e) {
                process.destroyForcibly();
                throw e;
            }
        }
    }

    private static List<String> command(WorkerSettings settings, int port) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.heapMegabytes() + "m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:MaxMetaspaceSize=128m",
                "-XX:MaxDirectMemorySize=32m",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+ExitOnOutOfMemoryError"));
        command.add("-cp");
        command.add(settings.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add("bouncer.checks.worker.WorkerMain");
        command.add(Integer.toString(port));
        command.add(settings.studentClasses().toString());
        return command;
    }

    private static String secret() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    void send(Message message) throws IOException {
        channel.send(message);
    }

    /** Waits for the next message, but no longer than this. */
    Message receive(int millis) throws IOException {
        socket.setSoTimeout(millis);
        return channel.receive();
    }

    /** The exit code once the process has ended, or -1 if it still runs after a moment. */
    int exitCode() throws InterruptedException {
        return process.waitFor(2, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    /** Ends the process and every process it started. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            socket.close();
        } catch (IOException e) {
            // The other end is dead already; there is nothing left to close.
            return;
        }
    }
}
