package bouncer.worker;

import bouncer.worker.failure.StudentCode;
import bouncer.worker.wire.Channel;
import bouncer.worker.wire.Endpoint;
import bouncer.worker.wire.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The worker's main class: connects back to its parent, then runs one check after the other until told to stop. */
public final class WorkerMain {
    private WorkerMain() {}

    /**
     * Runs the worker.
     *
     * @param args the parent's {@link Endpoint}, the directory of the submission's classes and the list of JDK classes
     *     they may see; the shared secret is the first line of standard input, where no other process can read it
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        String secret = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        Output output = Output.install();
        Endpoint.Connection parent = Endpoint.connect(args[0]);
        Channel channel = new Channel(parent.in(), parent.out());
        channel.send(new Message.Hello(secret == null ? "" : secret));
        StudentCode code = new StudentCode(Path.of(args[1]));
        ExitWatch exits = new ExitWatch(channel, code);
        Runtime.getRuntime().addShutdownHook(exits);
        BlockingQueue<Message.Run> requests = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> read(channel, requests), "reader");
        reader.setDaemon(true);
        reader.start();
        CheckRunner runner = new CheckRunner(channel, output, code, Path.of(args[2]));
        boolean fit = true;
        while (fit) {
            Message.Run request = requests.take();
            exits.running(request.id());
            fit = runner.run(request);
            exits.running("");
        }
        // Threads that a check left behind must not keep the process, nor shutdown hooks of theirs delay its end.
        Runtime.getRuntime().halt(0);
    }

    /** Queues what the parent asks for; when the parent is gone this process has nothing left to live for. */
    private static void read(Channel channel, BlockingQueue<Message.Run> requests) {
        try {
            while (channel.receive() instanceof Message.Run request) {
                requests.add(request);
            }
        } catch (IOException e) {
            // Said by the halt below: nobody is there to be told.
            requests.clear();
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }
}
