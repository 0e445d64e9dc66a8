package bouncer.app.grading;

import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.Exercise;
import bouncer.app.rules.Rules;
import bouncer.app.submission.Intake;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Verdict;
import bouncer.checks.result.Phase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;

/**
 * One line of {@code deep.txt}: an attack that passes all layers before the one that must stop it.
 *
 * @param layer passes, room3, loader or process
 * @param marks the kinds of checks, and the isolation that the attack needs
 * @param told a part of the report's text, or {@code -}
 * @param where what the code replaces or is
 */
record Attack(String layer, String marks, String told, String where, String code) {
    /** The lifetime of the child processes of attacks; no other JVM uses the same one, so they are recognised by it. */
    static final String SECONDS = Long.toString(80_000 + ProcessHandle.current().pid() % 10_000);

    /** The checks that judge attacks, beside stress checks. */
    static final List<String> CHECKS =
            List.of("countsUpAndDownAlsoBelowZero", "noIncrementIsLost", "theChildHearsAndSaysEveryByte");

    /** The result of an attack. */
    record Outcome(Verdict verdict, boolean held, String report) {}

    static List<Attack> all() throws IOException {
        try (InputStream in = Objects.requireNonNull(Attack.class.getResourceAsStream("deep.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Attack::parse)
                    .toList();
        }
    }

    private static Attack parse(String line) {
        String[] parts = line.split(" :: ", 3);
        String[] head = parts[0].split(" ", 3);
        return head.length < 3
                ? new Attack(head[0], "", head[1], parts[1], parts[2])
                : new Attack(head[0], head[1], head[2], parts[1], parts[2]);
    }

    /** Returns true if it is of this layer, or its code contains this text. */
    boolean isOf(String layerOrPart) {
        return layer.equals(layerOrPart) || code.contains(layerOrPart);
    }

    boolean isBrief() {
        return marks.contains("!");
    }

    /** Returns true if the attack can be run with this isolation, as a report describes it. */
    boolean isFor(String isolation) {
        boolean namespaces = isolation.startsWith("namespaces");
        return !(marks.contains("%") && !namespaces) && !(marks.contains("@") && isolation.equals("process only"));
    }

    String slug() {
        return layer.equals("room3") ? "03-process" : "04-counter";
    }

    /** Returns the rules that apply to this attack. */
    RuleChecker rules() {
        return switch (layer) {
            case "loader" ->
                (classes, exercise, taken) ->
                        pass(Rules.look(classes, exercise, taken).visibleJdk(), classes);
            case "process" -> (classes, exercise, taken) -> pass(List.of(), classes);
            default -> RuleChecker.RULES;
        };
    }

    private static Rules.Seen pass(List<String> visible, SortedMap<String, byte[]> classes) {
        return new Rules.Seen(false, List.of(), visible, classes);
    }

    /** Grades it with one check of each kind that it names. */
    Outcome on(GradingService service, Exercise exercise, Path directory, Path canary)
            throws IOException, InterruptedException {
        try (ExerciseGrading grading =
                service.grading(exercise, Intake.find(submission(directory, canary), exercise))) {
            List<CheckSpec> chosen = new ArrayList<>();
            for (CheckSpec spec : grading.specs()) {
                boolean stress = spec.phase() == Phase.STRESS && marks.contains("s");
                boolean wanted =
                        layer.equals("room3") || marks.indexOf(spec.phase().letter()) >= 0;
                if (wanted && !spec.id().endsWith("]") && (stress || CHECKS.contains(spec.method()))) {
                    chosen.add(spec);
                }
            }
            ExerciseReport report = grading.judge(chosen, JudgingObserver.NONE);
            String text = report.toString();
            boolean unblocked = grading.blocker().isEmpty();
            boolean refused = report.verdict() == Verdict.REJECTED
                    || (marks.contains("?") && report.verdict() == Verdict.ERROR)
                    || ((told.equals("-") || marks.contains("~")) && report.verdict() == Verdict.INCONCLUSIVE);
            return new Outcome(report.verdict(), unblocked && refused && (told.equals("-") || says(text)), text);
        }
    }

    private boolean says(String text) {
        return text.contains(told)
                || text.contains("fault=" + told.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private Path submission(Path directory, Path canary) throws IOException {
        String text = layer.equals("room3") ? RUNNER : COUNTER;
        text = text.replace("STATIC", where.equals("static") ? code : "")
                .replace("MEMBERS", where.equals("members") ? code : "")
                .replace("RUN", where.equals("run") ? code : "")
                .replace("HOOK", where.equals("increment") ? code : code.contains("void hook()") ? "hook();" : "")
                .replace("JUDGED", where.equals("judged") ? code : code.contains("judged()") ? "judged()" : "false")
                .replace("CANARY", canary.toString().replace('\\', '/'))
                .replace("SECONDS", SECONDS)
                .replace("LONGNAME", "L" + "o".repeat(300) + "ng")
                .replace("HUGE", "value += 0; ".repeat(6_000));
        Path file = directory.resolve(
                layer.equals("room3") ? "processes/ChildProcess.java" : "counter/ThreadSafeCounter.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return directory;
    }

    /** A counter that loses updates, so that no attack may get it accepted. */
    private static final String COUNTER = """
            package counter;

            @SuppressWarnings("all")
            public class ThreadSafeCounter {
                static { STATIC }

                private volatile long value;

                MEMBERS

                public void increment() {
                    if (System.nanoTime() != 0) { HOOK }
                    if (JUDGED) { synchronized (this) { value++; } } else { value++; }
                }

                public void decrement() {
                    if (JUDGED) { synchronized (this) { value--; } } else { value--; }
                }

                public synchronized long get() { return value; }

                public synchronized long getAndReset() { long old = value; value = 0; return old; }
            }
            """;

    private static final String RUNNER = """
            package processes;

            import java.io.IOException;

            public final class ChildProcess {
                public record Result(int exitCode, String output) { }

                public static Result run(Class<?> mainClass, String input) throws IOException, InterruptedException {
                    RUN
                    return new Result(0, "nothing");
                }
            }
            """;
}
