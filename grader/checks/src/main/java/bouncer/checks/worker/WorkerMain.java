package bouncer.checks.worker;

import bouncer.checks.blame.StudentCode;
import bouncer.checks.wire.Channel;
import bouncer.checks.wire.Endpoint;
import bouncer.checks.wire.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

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
        System.setOut(new PrintStream(new Silence(), false, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new Silence(), false, StandardCharsets.UTF_8));
        Endpoint.Connection parent = Endpoint.connect(args[0]);
        Channel channel = new Channel(parent.in(), parent.out());
        channel.send(new Message.Hello(secret == null ? "" : secret));
        StudentCode code = new StudentCode(Path.of(args[1]));
        ExitWatch exits = new ExitWatch(channel, code);
        Runtime.getRuntime().addShutdownHook(exits);
        CheckRunner runner = new CheckRunner(channel, code);
        boolean fit = true;
        while (fit) {
            if (!(channel.receive() instanceof Message.Run request)) {
                break;
            }
            exits.running(request.id());
            fit = runner.run(request);
            exits.running("");
        }
        // Threads that a check left behind must not keep the process, nor shutdown hooks of theirs delay its end.
        Runtime.getRuntime().halt(0);
    }
}
