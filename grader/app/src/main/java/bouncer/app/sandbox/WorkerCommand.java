package bouncer.app.sandbox;

import bouncer.worker.WorkerMain;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the command line of a worker's JVM. Stateless. */
final class WorkerCommand {
    private static final int DENIES_UNSAFE = 24;

    private WorkerCommand() {}

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
                // A counted loop without a safepoint in it would keep the watch from looking, and the worker silent.
                "-XX:+UseCountedLoopSafepoints",
                "-XX:LoopStripMiningIter=1000",
                // What is thrown often keeps its message and its line, however it is compiled.
                "-XX:-OmitStackTraceInFastThrow",
                // A signal from outside, such as Ctrl-C, is to be told from an exit: no hook of ours answers it.
                "-Xrs",
                // Whether tasks of the common pool share threads must not hang on how many processors there are.
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=3",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Djdk.trackAllThreads=true",
                // For the engine, which runs threads as continuations; a submission's classes cannot see these
                // packages.
                "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED",
                "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED"));
        if (settings.explores()) {
            // Much is run a few thousand times and then never again: what C2 would make of it comes too late.
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
        // A child sees the submission and the programs that the checks let it run, and nothing else of ours.
        command.add(path(Stream.of(settings.classes(), settings.programs())));
        return command;
    }

    private static String path(Stream<Path> entries) {
        return entries.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
