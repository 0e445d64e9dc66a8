package bouncer.app.cli;

import bouncer.app.catalogue.Catalogue;
import bouncer.app.diagnosis.OwnClasses;
import bouncer.app.grading.RunDirectory;
import bouncer.app.submission.Intake;
import bouncer.app.submission.Sources;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code bouncer demo}: runs a demonstration in its own process. Builds the demonstrations first if they are not built.
 */
@Command(
        name = "demo",
        description =
                "Demonstrates concurrency, parallelism, processes, races, locks and semaphores with live measurements.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final Map<String, String> TOPICS = new LinkedHashMap<>();

    static {
        TOPICS.put("concurrency", "two tasks in progress: in turns on one core, at the same time on two");
        TOPICS.put("parallelism", "the same work done by one thread, by two, by more");
        TOPICS.put("processes", "each has its own memory and its own end");
        TOPICS.put("race", "how a deposit is lost, step by step");
        TOPICS.put("lock", "how a lock prevents the race, and what it costs");
        TOPICS.put("semaphore", "a limit of fifty, and a real database that allows fifty connections");
    }

    private static final String JAR = "bouncer-demo.jar";
    private static final int FAREWELL_SECONDS = 20;

    @Parameters(
            paramLabel = "TOPIC",
            arity = "0..1",
            description = "concurrency, parallelism, processes, race, lock or semaphore")
    private String topic = "";

    @Option(names = "--mine", description = "semaphore: put your own SemaphorePool before the database")
    private boolean mine;

    @Option(names = "--all", description = "semaphore: draw every connection")
    private boolean all;

    @Override
    public Integer call() throws IOException, InterruptedException {
        LearnerContext learner = LearnerContext.open();
        CompleteProject.require(learner.home(), "demo");
        if (topic.isEmpty()) {
            TOPICS.forEach((name, what) -> System.out.printf(
                    "  %s  %s%n",
                    learner.style().command(String.format("%-28s", learner.bouncer() + " demo " + name)), what));
            return ExitCode.ACCEPTED;
        }
        if (!TOPICS.containsKey(topic)) {
            throw new UsageProblem(
                    "There is no demonstration '" + topic + "'. There are: " + String.join(", ", TOPICS.keySet()));
        }
        Path module = learner.home().resolve("grader/demo");
        if (!build(learner, module)) {
            return ExitCode.HARNESS;
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                module.resolve("target/" + JAR) + File.pathSeparator + module.resolve("target/lib") + File.separator
                        + "*",
                "bouncer.demo.DemoMain",
                topic));
        if (all) {
            command.add("--all");
        }
        return mine ? withMine(learner, command) : run(command);
    }

    private static Integer withMine(LearnerContext learner, List<String> command)
            throws IOException, InterruptedException {
        String pool = Catalogue.shownBy(learner.service().catalog().directory(), "semaphore");
        SortedMap<String, String> sources = new TreeMap<>();
        if (Intake.find(learner.home(), learner.exercise(pool)) instanceof Sources.Found found) {
            sources.putAll(found.files());
        }
        SortedMap<String, byte[]> classes = OwnClasses.of(sources);
        if (classes.isEmpty()) {
            System.out.printf("Your pool does not compile yet: %s check %s%n", learner.bouncer(), pool);
            return ExitCode.REJECTED;
        }
        try (RunDirectory directory = RunDirectory.create()) {
            for (Map.Entry<String, byte[]> file : classes.entrySet()) {
                Path target = directory.path().resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue());
            }
            command.addAll(List.of("--mine", directory.path().toString()));
            int code = run(command);
            System.out.printf(
                    "%s%s%n",
                    code == ExitCode.ACCEPTED
                            ? "\nOne run proves nothing. To explore every relevant interleaving: "
                            : "  Next: ",
                    learner.style().command(learner.bouncer() + " check " + pool));
            return code;
        }
    }

    /** Runs a demonstration. It is ended together with this process, and then deletes what it created. */
    private static int run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        Thread shutdownHook = new Thread(() -> end(process));
        Runtime.getRuntime().addShutdownHook(shutdownHook);
        int code = process.waitFor();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            return code; // the shutdown of this process has begun and runs the hook
        }
        return code;
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    private static boolean build(LearnerContext learner, Path module) throws IOException, InterruptedException {
        if (Files.isDirectory(module.resolve("target/lib")) && !BuildStaleness.isStale(module, JAR)) {
            return true;
        }
        System.out.println("Building the demonstrations (once; it fetches PostgreSQL, 20 MB) ...");
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        String wrapper = learner.home().resolve(windows ? "mvnw.cmd" : "mvnw").toString();
        Path log = Files.createDirectories(module.resolve("target")).resolve("bouncer-build.log");
        Process process = new ProcessBuilder(
                        wrapper, "-q", "-B", "-ntp", "-Dbouncer.quick", "-DskipTests", "-pl", "grader/demo", "package")
                .directory(learner.home().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.getOutputStream().close();
        if (process.waitFor() != 0) {
            System.err.print(Files.readString(log, Charset.defaultCharset()));
            System.err.println("bouncer: the demonstrations could not be built; the reason is above. Without a network"
                    + " they cannot be fetched the first time.");
            return false;
        }
        return true;
    }
}
