package bouncer.app.cli;

import bouncer.app.sandbox.NoIsolationException;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's entry. */
@Command(
        name = "bouncer",
        description = "Says whether a concurrency exercise is right, and why not.",
        mixinStandardHelpOptions = true,
        version = "bouncer 0.1.0",
        subcommands = {
            CheckCommand.class,
            WatchCommand.class,
            ListCommand.class,
            HintCommand.class,
            ShowCommand.class,
            ResetCommand.class,
            SolutionCommand.class,
            DemoCommand.class,
            GradeCommand.class,
            BatchCommand.class,
            MergeCommand.class,
            DoctorCommand.class,
            HandoutCommand.class,
            MutateCommand.class,
            ReplayCommand.class,
            ScheduleCommand.class,
            NewCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) throws IOException {
        String stamp = System.getProperty("bouncer.stamp");
        Path exercises = Path.of(System.getProperty("bouncer.exercises", "exercises"));
        if (stamp != null && BuildStaleness.isStale(exercises.resolveSibling(""), Path.of(stamp))) {
            System.exit(ExitCode.REBUILD);
        }
        CommandLine line = new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((exception, command, result) -> {
            if (exception instanceof UsageProblem) {
                command.getErr().println("bouncer: " + exception.getMessage());
                return ExitCode.USAGE;
            }
            if (exception instanceof NoIsolationException) {
                command.getErr()
                        .println("bouncer: " + exception.getMessage()
                                + "; without --isolation=require it is done without");
                return ExitCode.HARNESS;
            }
            command.getErr().println("bouncer: the harness failed: " + exception);
            return ExitCode.HARNESS;
        });
        line.setParameterExceptionHandler(new UnknownCommand(line.getParameterExceptionHandler()));
        System.exit(args.length == 0 ? home() : line.execute(args));
    }

    private static int home() {
        try {
            return HomeCommand.show();
        } catch (UsageProblem problem) {
            System.err.println("bouncer: " + problem.getMessage());
            return ExitCode.USAGE;
        }
    }
}
