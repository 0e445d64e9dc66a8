package bouncer.app.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Runs commands in this process with simulated standard input, and captures their output. Used by one thread. */
final class Cli {
    private final Path exercises;
    private String input = "";

    Cli(Path exercises) {
        this.exercises = exercises;
    }

    /** Returns a copy with lines for standard input. */
    Cli typing(String lines) {
        Cli cli = new Cli(exercises);
        cli.input = lines;
        return cli;
    }

    /** The output of a command and its exit code. */
    record Ended(int code, String out, String err) {
        String all() {
            return out + err;
        }
    }

    /** Runs {@code bouncer} with these arguments, as the start script does. */
    Ended run(String... args) {
        InputStream in = System.in;
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        String before = System.getProperty("bouncer.exercises");
        try (PrintStream newOut = new PrintStream(printed, true, StandardCharsets.UTF_8);
                PrintStream newErr = new PrintStream(complained, true, StandardCharsets.UTF_8)) {
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            System.setOut(newOut);
            System.setErr(newErr);
            System.setProperty("bouncer.exercises", exercises.toString());
            int code = Main.run(args);
            return new Ended(
                    code, printed.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setIn(in);
            System.setOut(out);
            System.setErr(err);
            if (before == null) {
                System.clearProperty("bouncer.exercises");
            } else {
                System.setProperty("bouncer.exercises", before);
            }
        }
    }
}
