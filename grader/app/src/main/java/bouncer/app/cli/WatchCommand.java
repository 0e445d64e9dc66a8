package bouncer.app.cli;

import bouncer.app.catalogue.Exercise;
import bouncer.app.watch.SaveBenchmark;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bouncer watch}: judges at every save, and reacts to single keys. */
@Command(
        name = "watch",
        description = "Judges your class at every save; press a key for the rest.",
        mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SLUG", arity = "0..1", description = "the exercise to begin with")
    private @Nullable String slug;

    @Option(names = "--benchmark", description = "measure the time from a save to the verdict, then quit")
    private boolean benchmark;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (LearnerContext learner = LearnerContext.open()) {
            Exercise exercise = learner.exercise(slug);
            if (benchmark) {
                SaveBenchmark.run(
                        learner.service(), exercise, learner.workbench().sources(exercise), System.out::println);
                return ExitCode.ACCEPTED;
            }
            learner.service().keepWarm();
            // Only the keys of the terminal are used, so one that cannot move its cursor is fine.
            boolean plain = "dumb".equals(System.getenv("TERM"));
            try (Terminal terminal = TerminalBuilder.builder()
                    .system(true)
                    .dumb(true)
                    .type(plain ? "ansi" : null)
                    .build()) {
                Attributes before = terminal.enterRawMode();
                try {
                    boolean single = !Terminal.TYPE_DUMB.equals(terminal.getType());
                    new WatchLoop(learner, exercise, terminal.reader(), single).run();
                } finally {
                    terminal.setAttributes(before);
                }
            }
            return ExitCode.ACCEPTED;
        }
    }
}
