package bouncer.worker;

import bouncer.worker.failure.FailureTranslator;
import bouncer.worker.failure.StudentCode;
import bouncer.worker.wire.Channel;
import bouncer.worker.wire.Endpoint;
import bouncer.worker.wire.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/** The worker's main class: connects to its parent process, then runs the checks that the parent sends. */
public final class WorkerMain {
    /** The exit code after a failure of the worker itself, which it has reported to the parent. */
    public static final int FAILED = 70;

    private WorkerMain() {}

    /**
     * Runs the worker.
     *
     * @param args the parent's {@link Endpoint}, the directory of the submission's classes, the list of JDK classes
     *     they may see, and the class path that child processes of the submission get; the shared secret is the first
     *     line of standard input, where no other process can read it
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        // This class path is for child processes of the submission; Bouncer's own class path must not reach them.
        System.setProperty("java.class.path", args[3]);
        String secret = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        Output output = Output.install();
        Endpoint.Connection parent = Endpoint.connect(args[0]);
        Channel channel = new Channel(parent.in(), parent.out());
        channel.send(new Message.Hello(secret == null ? "" : secret));
        StudentCode code = new StudentCode(Path.of(args[1]));
        ExitWatch exits = new ExitWatch(channel, code);
        Runtime.getRuntime().addShutdownHook(exits);
        BlockingQueue<Message.Run> requests = new LinkedBlockingQueue<>();
        Map<String, byte[]> checks = new ConcurrentHashMap<>();
        Thread reader = new Thread(() -> read(channel, requests, checks), "reader");
        reader.setDaemon(true);
        reader.start();
        CheckRunner runner = new CheckRunner(channel, output, code, Path.of(args[2]), checks);
        String running = "";
        try {
            boolean fit = true;
            while (fit) {
                Message.Run request = requests.take();
                running = request.id();
                exits.running(running);
                fit = runner.run(request);
                exits.running("");
            }
        } catch (RuntimeException | Error e) {
            channel.send(new Message.HarnessFailure(running, new FailureTranslator(code).traceOf(e)));
            Runtime.getRuntime().halt(FAILED);
        }
        // Neither threads that a check left behind nor shutdown hooks of the submission may delay the end.
        Runtime.getRuntime().halt(0);
    }

    /**
     * Stores the classes of checks and queues the checks to run; ends this process when the connection is closed.
     */
    private static void read(Channel channel, BlockingQueue<Message.Run> requests, Map<String, byte[]> checks) {
        try {
            while (true) {
                Message message = channel.receive();
                if (message instanceof Message.Run request) {
                    requests.add(request);
                } else if (message instanceof Message.CheckClass check) {
                    checks.put(check.name(), check.bytes());
                } else if (message instanceof Message.ForgetChecks) {
                    checks.clear();
                } else {
                    throw new IOException("A message for the parent");
                }
            }
        } catch (IOException e) {
            // The connection is closed, so this process ends below.
            requests.clear();
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }
}
