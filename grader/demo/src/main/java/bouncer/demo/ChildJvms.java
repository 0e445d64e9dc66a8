package bouncer.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts child processes for the demonstrations, and runs the demonstrations' code in them. */
final class ChildJvms {
    private ChildJvms() {}

    /** Runs in the child process. */
    static void run(List<String> arguments) throws InterruptedException {
        switch (arguments.get(0)) {
            case "together" -> Parallelism.measure("together", Integer.parseInt(arguments.get(1)));
            case "inTurn" -> Parallelism.measure("inTurn", Integer.parseInt(arguments.get(1)));
            case "count" -> Processes.countHere();
            case "eat" -> Processes.eatAllMemory();
            case "exit" -> exitBesideOthers();
            default -> throw new IllegalArgumentException("No such child: " + arguments);
        }
    }

    /** Two threads count to a hundred; a third ends the process when it has seen enough. */
    private static void exitBesideOthers() throws InterruptedException {
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();
        new Thread(() -> countSlowly(first)).start();
        new Thread(() -> countSlowly(second)).start();
        Thread.sleep(200);
        System.out.println(first.get() + " " + second.get());
        System.exit(7);
    }

    private static void countSlowly(AtomicInteger counter) {
        try {
            for (int i = 0; i < 100; i++) {
                Thread.sleep(10);
                counter.incrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The end of a child process.
     *
     * @param exitCode its exit code
     * @param output its standard output and error
     */
    record Ended(int exitCode, String output) {}

    /** Runs this program in a child process, with some words before {@code java} and some options after it. */
    static Ended start(List<String> before, List<String> options, String... child)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(before);
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
        command.add(Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java")
                .toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DemoMain.class.getName(), "child"));
        command.addAll(List.of(child));
        Path output = Files.createTempFile("bouncer-demo", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            int exitCode = process.waitFor();
            return new Ended(exitCode, Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
        }
    }

    /** Returns the words that bind a command to one core; empty if the machine has no such command. */
    static List<String> oneCore() {
        Path taskset = Path.of("/usr/bin/taskset");
        return Files.isExecutable(taskset) ? List.of(taskset.toString(), "-c", firstCore()) : List.of();
    }

    /** Returns the first core that this process may use, because it may itself be bound to some cores. */
    private static String firstCore() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("Cpus_allowed_list:"))
                    .map(line -> line.replaceAll("[^0-9,-]", "").split("[,-]", 2)[0])
                    .findFirst()
                    .orElse("0");
        } catch (IOException e) {
            return "0";
        }
    }
}
