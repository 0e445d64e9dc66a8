package bouncer.app.sandbox;

import bouncer.worker.WorkerMain;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Builds the command line of a worker's JVM. Stateless. */
final class WorkerCommand {
    private static final int DENIES_UNSAFE = 24;

    private WorkerCommand() {}

    /**
     * Returns the command line.
     *
     * @param address the address of the channel to which the worker connects
     */
    static List<String> of(WorkerSettings settings, String address) {
        List<String> command = new ArrayList<>(List.of(
                Isolation.java(),
                "-Xmx" + settings.heapMegabytes() + "m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:MaxDirectMemorySize=32m",
                "-XX:ReservedCodeCacheSize=96m",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + (File.separatorChar == '\\' ? "NUL" : "/dev/null"),
                "-XX:+ExitOnOutOfMemoryError",
                // Without safepoints in counted loops, an endless one would block the worker's hang detection and its
                // messages.
                "-XX:+UseCountedLoopSafepoints",
                "-XX:LoopStripMiningIter=1000",
                // Frequent exceptions keep their messages and lines in compiled code, too.
                "-XX:-OmitStackTraceInFastThrow",
                // The JVM does not handle signals such as Ctrl-C, so that they differ from an exit of the submission.
                "-Xrs",
                // The common pool must behave the same on every machine, whatever its number of processors.
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=3",
                "-Djava.awt.headless=true",
                // Not UTF-8, so that a submission that leaves the charset to the machine is seen to do so.
                "-Dfile.encoding=ISO-8859-1",
                "-Djdk.trackAllThreads=true",
                // The engine runs threads as continuations. A submission's classes cannot see these packages.
                "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED",
                "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED"));
        if (settings.explores()) {
            // Most code runs only a few thousand times, too few for C2 to pay off.
            command.add("-XX:TieredStopAtLevel=1");
        }
        if (Runtime.version().feature() >= DENIES_UNSAFE) {
            command.add("--illegal-native-access=deny");
        }
        if (!settings.isolation().namespaces()) {
            command.add("-Djava.io.tmpdir=" + settings.scratch());
        }
        command.addAll(Debugging.options());
        command.add("-cp");
        command.add(path(settings.classPath().stream()));
        command.add(WorkerMain.class.getName());
        command.add(address);
        command.add(settings.classes().toString());
        command.add(settings.visibleJdk().toString());
        // A child process that a submission starts sees only the submission and the programs that the checks provide.
        command.add(path(Stream.of(settings.classes(), settings.programs())));
        return command;
    }

    private static String path(Stream<Path> entries) {
        return entries.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
