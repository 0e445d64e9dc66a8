package bouncer.app.cli;

import bouncer.app.grading.Version;
import bouncer.app.log.HarnessLog;
import bouncer.app.sandbox.NoIsolationException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of the command line. */
@Command(
        name = "bouncer",
        description = "Says whether a concurrency exercise is right, and why not.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionText.class,
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
public final class Main implements Callable<Integer> {
    private Main() {}

    /** Provides the text of {@code bouncer --version}. */
    static final class VersionText implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"bouncer " + Version.CURRENT};
        }
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) throws IOException {
        String stamp = System.getProperty("bouncer.stamp");
        Path exercises = Path.of(System.getProperty("bouncer.exercises", "exercises"));
        if (stamp != null && BuildStaleness.isStale(exercises.resolveSibling(""), Path.of(stamp))) {
            System.exit(ExitCode.REBUILD);
        }
        System.exit(run(args));
    }

    /**
     * Runs one command in this process.
     *
     * @return its exit code, also after an error of the JVM
     */
    static int run(String... args) {
        try {
            return commandLine().execute(args);
        } catch (StackOverflowError | OutOfMemoryError | LinkageError | AssertionError e) {
            System.err.println("bouncer: " + recorded(args, e));
            return ExitCode.HARNESS;
        }
    }

    private static boolean isReadOnly(FileSystemException problem) {
        return String.valueOf(problem.getReason()).contains("Read-only");
    }

    private static String recorded(String[] args, Throwable problem) {
        return HarnessLog.of(ExercisesDirectory.directory())
                .record("in `bouncer " + String.join(" ", args) + "`", problem);
    }

    /**
     * Returns the whole command line. It turns an exception of a command into a message on standard error and an exit
     * code.
     */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((exception, command, result) -> {
            if (exception instanceof UsageProblem) {
                command.getErr().println("bouncer: " + exception.getMessage());
                return ExitCode.USAGE;
            }
            if (exception instanceof AccessDeniedException
                    || (exception instanceof FileSystemException of && isReadOnly(of))) {
                String file = ((FileSystemException) exception).getFile();
                command.getErr()
                        .println("bouncer: " + file + " cannot be read or written: permission denied. Change its"
                                + " permissions, or work in a copy of the directory.");
                return ExitCode.USAGE;
            }
            if (exception instanceof NoIsolationException) {
                command.getErr()
                        .println("bouncer: " + exception.getMessage()
                                + ". Omit --isolation to grade with what this machine has.");
                return ExitCode.HARNESS;
            }
            command.getErr()
                    .println("bouncer: " + recorded(result.originalArgs().toArray(String[]::new), exception));
            return ExitCode.HARNESS;
        });
        CommandGroups.install(line);
        line.setParameterExceptionHandler(new UnknownCommand(line.getParameterExceptionHandler()));
        return line;
    }

    /** Prints the board. */
    @Override
    public Integer call() {
        return HomeCommand.show();
    }
}
