package bouncer.bench.foreign;

import bouncer.engine.ClassSource;
import bouncer.engine.Coverage;
import bouncer.engine.Exploration;
import bouncer.engine.Explorer;
import bouncer.engine.Failure;
import bouncer.engine.Limits;
import bouncer.engine.Outcome;
import bouncer.engine.Program;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The process that explores: it takes programs from standard input, one a line, and prints one line for each. It ends
 * when one takes too long, because an exploration cannot be stopped; the parent starts another one for the rest.
 */
public final class Runner {
    /** What begins a line that is meant for the parent. */
    static final String MARK = "foreign\t";

    private final PrintStream out;
    private final Suite suite;
    private final Limits limits;
    private final long nanos;
    private volatile long started;

    private Runner(PrintStream out, Suite suite, Limits limits, long seconds) {
        this.out = out;
        this.suite = suite;
        this.limits = limits;
        this.nanos = seconds * 1_000_000_000L;
    }

    /**
     * Explores.
     *
     * @param args executions and seconds for each program, the directory of classes, and the libraries
     */
    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        List<Path> libraries = Arrays.stream(args).skip(3).map(Path::of).toList();
        Limits limits = Limits.standard().withExecutions(Long.parseLong(args[0]));
        Runner runner = new Runner(out, new Suite(Path.of(args[2]), libraries), limits, Long.parseLong(args[1]));
        Thread watchdog = new Thread(runner::watch);
        watchdog.setDaemon(true);
        watchdog.start();
        runner.run();
        Runtime.getRuntime().halt(0);
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(200);
                long since = started;
                if (since != 0 && System.nanoTime() - since > nanos) {
                    report(new Answer(Answer.Kind.TOO_LONG, "", 0, nanos / 1_000_000));
                    Runtime.getRuntime().halt(0);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() throws Exception {
        Set<String> names = Set.copyOf(suite.names());
        try (URLClassLoader loader = suite.loader();
                var lines = new java.io.BufferedReader(new java.io.InputStreamReader(System.in, "UTF-8"))) {
            ClassSource source = ClassSource.of(loader, names::contains);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split("\t", -1);
                started = System.nanoTime();
                Answer answer = explore(new Program(words[0], words[1], source, loader));
                report(answer);
                started = 0;
            }
        }
    }

    private synchronized void report(Answer answer) {
        out.println(MARK + String.join("\t", answer.fields()));
        out.flush();
    }

    private Answer explore(Program program) {
        long start = System.nanoTime();
        Answer.Kind kind;
        String detail = "";
        long executions = 0;
        try {
            Exploration found = Explorer.explore(program, limits);
            executions = found.counts().executions();
            if (found.outcome() instanceof Outcome.Uncontrolled uncontrolled) {
                kind = Answer.Kind.UNCONTROLLED;
                detail = uncontrolled.reason();
            } else if (found.outcome() instanceof Outcome.Failed failed) {
                kind = Answer.Kind.FAILED;
                detail = words(failed.failure());
            } else {
                kind = found.coverage() instanceof Coverage.Complete ? Answer.Kind.COMPLETE : Answer.Kind.SAMPLED;
            }
        } catch (Throwable e) {
            kind = Answer.Kind.ENGINE_ERROR;
            detail = e + " at " + Arrays.stream(e.getStackTrace()).limit(4).toList();
        }
        String line = detail.replaceAll("\\s+", " ");
        return new Answer(
                kind,
                line.substring(0, Math.min(line.length(), 300)),
                executions,
                (System.nanoTime() - start) / 1_000_000);
    }

    private static String words(Failure failure) {
        String kind = failure.getClass().getSimpleName() + ": ";
        if (failure instanceof Failure.Threw threw) {
            return kind + threw.thrown() + " in " + threw.thread();
        }
        if (failure instanceof Failure.DataRace race) {
            return kind + race.variable() + ", " + race.first().words() + " / "
                    + race.second().words();
        }
        if (failure instanceof Failure.Hang hang) {
            return kind + hang.waiters();
        }
        if (failure instanceof Failure.Deadlock deadlock) {
            return kind + deadlock.cycle();
        }
        return failure instanceof Failure.Livelock livelock ? kind + livelock.spinner() : kind;
    }
}
