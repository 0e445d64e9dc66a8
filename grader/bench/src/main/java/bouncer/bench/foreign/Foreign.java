package bouncer.bench.foreign;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Explores every program of a suite with the policy of a verdict, and prints how many answers are right. A program may
 * hang or end the process that explores it: the rest runs in another one.
 */
public final class Foreign {
    private static final String USAGE =
            "Usage: foreign [--executions N] [--seconds N] [--classpath PATHS] [--only TEXT] [--all] DIRECTORY";

    private final List<String> flags =
            List.of("-Xmx1500m", "-XX:+UseSerialGC", "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED");
    private long executions = 20_000;
    private long seconds = 30;
    private String only = "";
    private boolean all;
    private final List<Path> libraries = new ArrayList<>();

    private Foreign() {}

    /** Runs the command; see {@code .ci/foreign}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Foreign foreign = new Foreign();
        Path directory = null;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--executions" -> foreign.executions = Long.parseLong(args[++i]);
                case "--seconds" -> foreign.seconds = Long.parseLong(args[++i]);
                case "--only" -> foreign.only = args[++i];
                case "--all" -> foreign.all = true;
                case "--classpath" ->
                    Stream.of(args[++i].split(java.io.File.pathSeparator))
                            .map(Path::of)
                            .forEach(foreign.libraries::add);
                default -> directory = Path.of(args[i]);
            }
        }
        if (directory == null || !Files.isDirectory(directory)) {
            System.err.println(USAGE);
            System.exit(2);
        } else {
            foreign.run(directory);
        }
    }

    private void run(Path directory) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("foreign");
        try {
            Path classes = Files.createDirectories(scratch.resolve("classes"));
            Suite suite = Suite.prepare(directory, libraries, classes);
            List<Scenario> scenarios = Drivers.scenarios(suite, scratch.resolve("drivers")).stream()
                    .filter(each -> each.title().contains(only))
                    .toList();
            Map<Scenario, Answer> answers = new LinkedHashMap<>();
            while (answers.size() < scenarios.size()) {
                List<Scenario> left = scenarios.subList(answers.size(), scenarios.size());
                child(suite, left, answers);
            }
            Table.print(answers, all);
        } finally {
            try (Stream<Path> walk = Files.walk(scratch)) {
                for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Runs a process until it ends; one that ends within a program is an error of the engine on this program. */
    private void child(Suite suite, List<Scenario> left, Map<Scenario, Answer> answers)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Runner.class.getName()));
        command.addAll(List.of(
                Long.toString(executions),
                Long.toString(seconds),
                suite.classes().toString()));
        suite.libraries().forEach(each -> command.add(each.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int at = 0;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                Writer to = process.outputWriter(StandardCharsets.UTF_8)) {
            while (at < left.size()) {
                Scenario next = left.get(at);
                String line = ask(next, to, lines);
                at++;
                if (line == null) {
                    answers.put(next, new Answer(Answer.Kind.ENGINE_ERROR, "the process ended", 0, 0));
                    return;
                }
                Answer answer = Answer.parse(
                        List.of(line.substring(Runner.MARK.length()).split("\t", -1)));
                answers.put(next, answer);
                if (answer.kind() == Answer.Kind.TOO_LONG) {
                    return;
                }
            }
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    private static String ask(Scenario scenario, Writer to, BufferedReader lines) {
        try {
            to.write(scenario.className() + "\t" + scenario.method() + "\n");
            to.flush();
            String line = lines.readLine();
            while (line != null && !line.startsWith(Runner.MARK)) {
                line = lines.readLine();
            }
            return line;
        } catch (IOException e) {
            return null; // the process has ended
        }
    }
}
