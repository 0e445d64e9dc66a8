package bouncer.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Measures the tools on each given JDK and prints tables; each tool runs in a warm JVM of its own. */
public final class Bench {
    private static final List<String> RIGHT = List.of("monitor", "atomic", "lock", "semaphore", "map", "buffer");
    private static final List<String> WRONG =
            List.of("lostUpdate", "checkThenAct", "deadlock", "reorder", "lostWakeUp");
    private static final List<String> GROWTH = List.of("threads2", "threads3", "threads4", "steps4", "steps8");
    private static final List<String> PARTS = List.of("cold", "right", "wrong", "growth");
    private static final List<String> FLAGS = List.of(
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-XX:+EnableDynamicAgentLoading",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-exports=java.base/jdk.internal.util=ALL-UNNAMED",
            "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED",
            "--add-exports=java.base/sun.security.action=ALL-UNNAMED");

    private Bench() {}

    /**
     * Runs the measurements.
     *
     * @param args homes of JDKs, preceded by any of {@code cold}, {@code right}, {@code wrong} and {@code growth} to
     *     select measurements; or, in the JVM of one tool, {@code --tool}, the tool's name and programs
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args[0].equals("--tool")) {
            measure(Tool.valueOf(args[1]), List.of(args).subList(2, args.length));
            return;
        }
        List<String> parts =
                Stream.of(args).takeWhile(PARTS::contains).toList();
        for (String home : List.of(args).subList(parts.size(), args.length)) {
            System.out.printf(
                    "%n%s, %d processors%n", home, Runtime.getRuntime().availableProcessors());
            for (String part : parts.isEmpty() ? PARTS : parts) {
                part(part, home);
            }
        }
    }

    private static void part(String part, String home) throws IOException, InterruptedException {
        switch (part) {
            case "cold" -> Cold.measure(home);
            case "right" -> right(home);
            case "wrong" -> wrong(home);
            default -> growth(home);
        }
    }

    private static void measure(Tool tool, List<String> programs) {
        for (String program : programs) {
            boolean wrong = WRONG.contains(program);
            int executions = tool == Tool.LINCHECK ? wrong ? 500 : 200 : 3_000;
            Measurement warm = tool.run(program, executions);
            Measurement side = tool.run(program, executions);
            long nanos = Math.min(side.nanos(), warm.nanos());
            System.out.println("bench " + program + " " + side.executions() + " " + nanos + " " + side.found() + " "
                    + side.complete());
        }
    }

    private static void right(String home) throws IOException, InterruptedException {
        Map<String, Measurement> walks = child(home, Tool.WALKS, RIGHT);
        Map<String, Measurement> complete = child(home, Tool.COMPLETE, RIGHT);
        Map<String, Measurement> lincheck = child(home, Tool.LINCHECK, RIGHT);
        System.out.printf("%n| right program | engine, walks/s | Lincheck, executions/s | times | engine, to the end |%n");
        System.out.println("|---|---|---|---|---|");
        for (String program : RIGHT) {
            Measurement ours = walks.get(program);
            Measurement theirs = lincheck.get(program);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f | %,.0f | %.0f | %s |%n",
                    program,
                    ours.perSecond(),
                    theirs.perSecond(),
                    ours.perSecond() / theirs.perSecond(),
                    whole(complete.get(program)));
        }
    }

    private static void wrong(String home) throws IOException, InterruptedException {
        Map<String, Measurement> walks = child(home, Tool.WALKS, WRONG);
        Map<String, Measurement> complete = child(home, Tool.COMPLETE, WRONG);
        Map<String, Measurement> lincheck = child(home, Tool.LINCHECK, WRONG);
        System.out.printf("%n| wrong program | engine, walks | Lincheck | engine, complete search |%n");
        System.out.println("|---|---|---|---|");
        for (String program : WRONG) {
            System.out.printf(
                    "| %s | %s | %s | %s |%n",
                    program, first(walks.get(program)), first(lincheck.get(program)), first(complete.get(program)));
        }
    }

    private static void growth(String home) throws IOException, InterruptedException {
        Map<String, Measurement> walks = child(home, Tool.WALKS, GROWTH);
        Map<String, Measurement> complete = child(home, Tool.COMPLETE, GROWTH);
        System.out.printf("%n| growth | engine, walks/s | engine, to the end |%n");
        System.out.println("|---|---|---|");
        for (String program : GROWTH) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f | %s |%n",
                    program,
                    walks.get(program).perSecond(),
                    whole(complete.get(program)));
        }
    }

    private static String whole(Measurement side) {
        return String.format(
                Locale.ROOT,
                "%,d executions%s, %.2f s",
                side.executions(),
                side.complete() ? "" : " (not all)",
                side.seconds());
    }

    private static String first(Measurement side) {
        return String.format(
                Locale.ROOT,
                side.found() ? "execution %,d, %.2f s" : "not in %,d, %.2f s",
                side.executions(),
                side.seconds());
    }

    private static Map<String, Measurement> child(String home, Tool tool, List<String> programs)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(home, "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Bench.class.getName(), "--tool"));
        command.add(tool.name());
        command.addAll(programs);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Map<String, Measurement> found = new LinkedHashMap<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", -1);
                if (words[0].equals("bench")) {
                    found.put(
                            words[1],
                            new Measurement(
                                    Long.parseLong(words[2]),
                                    Long.parseLong(words[3]),
                                    Boolean.parseBoolean(words[4]),
                                    Boolean.parseBoolean(words[5])));
                }
            }
        }
        if (process.waitFor() != 0 || found.size() != programs.size()) {
            throw new IllegalStateException(tool + " on " + home + " ended early, after " + found.keySet());
        }
        return found;
    }
}
