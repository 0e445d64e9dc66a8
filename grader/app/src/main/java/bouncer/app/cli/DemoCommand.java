package bouncer.app.cli;

import bouncer.app.catalogue.Catalogue;
import bouncer.app.lesson.OwnClasses;
import bouncer.app.submission.Intake;
import bouncer.app.submission.Sources;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bouncer demo}: runs a demonstration in a process of its own; builds it first when it is not there. */
@Command(
        name = "demo",
        description =
                "Shows how it really is, measured now: concurrency, parallelism, processes, race, lock, semaphore.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final List<String> TOPICS =
            List.of("concurrency", "parallelism", "processes", "race", "lock", "semaphore");

    @Parameters(paramLabel = "TOPIC", description = "concurrency, parallelism, processes, race, lock or semaphore")
    private String topic = "";

    @Option(names = "--mine", description = "semaphore: put your own SemaphorePool before the database")
    private boolean mine;

    @Option(names = "--all", description = "semaphore: draw every connection")
    private boolean all;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Desk desk = Desk.open();
        if (!TOPICS.contains(topic)) {
            throw new UsageProblem(
                    "There is no demonstration '" + topic + "'. There are: " + String.join(", ", TOPICS));
        }
        Path module = desk.home().resolve("grader/demo");
        if (!build(desk, module)) {
            return ExitCode.HARNESS;
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                module.resolve("target/bouncer-demo-0.1.0.jar") + File.pathSeparator + module.resolve("target/lib")
                        + File.separator + "*",
                "bouncer.demo.Main",
                topic));
        if (all) {
            command.add("--all");
        }
        return mine ? withMine(desk, command) : run(command);
    }

    private static Integer withMine(Desk desk, List<String> command) throws IOException, InterruptedException {
        String pool = Catalogue.shownBy(desk.house().exercises(), "semaphore");
        SortedMap<String, String> sources = new TreeMap<>();
        if (Intake.find(desk.home(), desk.room(pool)) instanceof Sources.Found found) {
            sources.putAll(found.files());
        }
        SortedMap<String, byte[]> classes = OwnClasses.of(sources);
        if (classes.isEmpty()) {
            System.out.printf("Your pool does not compile yet: %s check %s%n", desk.bouncer(), pool);
            return ExitCode.REJECTED;
        }
        Path directory = Files.createTempDirectory("bouncer-mine");
        for (Map.Entry<String, byte[]> file : classes.entrySet()) {
            Path target = directory.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        command.addAll(List.of("--mine", directory.toString()));
        return run(command);
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static boolean build(Desk desk, Path module) throws IOException, InterruptedException {
        if (Files.isRegularFile(module.resolve("target/bouncer-demo-0.1.0.jar"))
                && Files.isDirectory(module.resolve("target/lib"))) {
            return true;
        }
        System.out.println("Building the demonstrations (the first time only; it fetches PostgreSQL, some 20 MB) ...");
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        String wrapper = desk.home().resolve(windows ? "mvnw.cmd" : "mvnw").toString();
        Process process = new ProcessBuilder(
                        wrapper, "-q", "-B", "-ntp", "-Dbouncer.quick", "-DskipTests", "-pl", "grader/demo", "package")
                .directory(desk.home().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        if (process.waitFor() != 0) {
            System.err.println("bouncer: the demonstrations could not be built; the reason is above. Without a network"
                    + " they cannot be fetched the first time.");
            return false;
        }
        return true;
    }
}
