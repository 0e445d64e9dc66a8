package bouncer.app.grading;

import bouncer.app.TestHome;
import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.Exercise;
import bouncer.app.sandbox.IsolationMode;
import bouncer.app.submission.Intake;
import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Verdict;
import bouncer.checks.result.CheckOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Sends attacks through the real pipeline, layer by layer, followed by an honest submission in the same service, and
 * looks for left processes, threads and files. Run by {@code .ci/hostile-drill}; in part by the tests.
 */
final class HostileDrill {
    private final Path exercises;
    private final IsolationMode mode;
    private final Path scratch;
    private final Path canary;
    private final List<String> breaches = new ArrayList<>();
    private String isolation = "";

    HostileDrill(Path scratch, IsolationMode mode) throws IOException {
        this.scratch = scratch;
        this.mode = mode;
        this.exercises = TestHome.make(scratch.resolve("project"));
        this.canary = Files.createDirectories(scratch.resolve("out")).resolve("canary");
        // The directory is writable for all users, so that only namespaces can keep an attack from writing there; in
        // the mode with a separate user, file permissions must do so.
        if (mode != IsolationMode.USER && !canary.getParent().toFile().setWritable(true, false)) {
            throw new IOException("The canary's directory cannot be made writable");
        }
    }

    /** Runs some attacks and returns a sentence for each breach. */
    List<String> run(Predicate<Attack> which, BiConsumer<Attack, Attack.Outcome> told) throws Exception {
        Map<String, List<Attack>> layers = new TreeMap<>();
        for (Attack attack : Attack.all()) {
            if (which.test(attack)) {
                layers.computeIfAbsent(attack.layer(), layer -> new ArrayList<>())
                        .add(attack);
            }
        }
        Leftovers leftovers = new Leftovers();
        for (List<Attack> attacks : layers.values()) {
            try (GradingService service =
                    new GradingService(exercises, mode, null, attacks.get(0).rules())) {
                service.warmUp();
                isolation = service.origin().isolation();
                for (Attack attack : attacks) {
                    if (attack.isFor(isolation)) {
                        Attack.Outcome outcome = attack.on(
                                service,
                                exercise(service, attack.slug()),
                                Files.createTempDirectory(scratch, "s"),
                                canary);
                        told.accept(attack, outcome);
                        check(outcome.held(), attack + " resulted in " + outcome.report());
                        check(!Files.exists(canary), attack + " left a canary");
                    }
                }
                honest(service, attacks.get(0));
            }
        }
        leftovers.found().forEach(left -> check(false, "left behind: " + left));
        return List.copyOf(breaches);
    }

    /** Checks that an honest counter passes the attacks' checks in the same service. */
    private void honest(GradingService service, Attack after) throws IOException, InterruptedException {
        Path reference = Path.of("../../solutions/04-counter/reference");
        Exercise counter = exercise(service, "04-counter");
        try (ExerciseGrading grading = service.grading(counter, Intake.find(reference, counter))) {
            List<CheckSpec> asked = grading.specs().stream()
                    .filter(spec -> Attack.CHECKS.contains(spec.method()))
                    .toList();
            ExerciseReport report = grading.judge(asked, JudgingObserver.NONE);
            for (CheckReport each : report.checks()) {
                check(
                        each.result().outcome() == CheckOutcome.PASSED,
                        "after the layer " + after.layer() + " an honest counter's "
                                + each.result().id() + " is " + each.result().outcome());
            }
        }
    }

    /** Checks that unusual but legitimate classes are judged completely and accepted. */
    List<String> odd(BiConsumer<String, ExerciseReport> told) throws IOException, InterruptedException {
        Leftovers leftovers = new Leftovers();
        try (GradingService service = new GradingService(exercises, mode, null, RuleChecker.RULES)) {
            service.warmUp();
            isolation = service.origin().isolation();
            Exercise counter = exercise(service, "04-counter");
            for (String members : HonestCounter.oddities()) {
                Path submission =
                        HonestCounter.with(members, "", canary).writtenTo(Files.createTempDirectory(scratch, "s"));
                try (ExerciseGrading grading = service.grading(counter, Intake.find(submission, counter))) {
                    ExerciseReport report = grading.judge(JudgingObserver.NONE);
                    told.accept(members, report);
                    check(report.verdict() == Verdict.ACCEPTED, members + " resulted in " + report);
                }
            }
        }
        leftovers.found().forEach(left -> check(false, "left behind: " + left));
        return List.copyOf(breaches);
    }

    private void check(boolean holds, String breach) {
        if (!holds) {
            breaches.add(breach);
        }
    }

    private static Exercise exercise(GradingService service, String slug) {
        return service.catalog().exercise(slug);
    }

    /** Returns the isolation as a report describes it; empty before the first run. */
    String isolation() {
        return isolation;
    }

    /**
     * Runs all attacks and odd classes, or those of some layers, and prints a line for each.
     *
     * @param args the isolation (auto, require, user or none), then layers, {@code odd} among them, or parts of
     *     attacks; without those, all are run
     */
    public static void main(String[] args) throws Exception {
        IsolationMode mode = IsolationMode.valueOf(args[0].toUpperCase(java.util.Locale.ROOT));
        List<String> layers = List.of(args).subList(1, args.length);
        Lines lines = new Lines();
        List<String> breaches;
        HostileDrill drill;
        try (RunDirectory scratch = RunDirectory.create()) {
            drill = new HostileDrill(scratch.path(), mode);
            breaches = drill.run(
                    attack -> layers.isEmpty() || layers.stream().anyMatch(attack::isOf),
                    (attack, outcome) -> lines.print(
                            outcome.held(),
                            "held",
                            outcome.verdict(),
                            attack.layer(),
                            attack.where() + ": " + attack.code()));
            if (layers.isEmpty() || layers.contains("odd")) {
                breaches = drill.odd((members, report) ->
                        lines.print(report.verdict() == Verdict.ACCEPTED, "let in", report.verdict(), "odd", members));
            }
        }
        breaches.forEach(breach -> System.out.println("BREACH: " + breach));
        System.out.printf(
                "SETTING: JDK %s, user %s, %s: %d attacks and oddities, %d as they should be, %d breaches%n",
                Runtime.version().feature(),
                System.getProperty("user.name"),
                drill.isolation(),
                lines.count,
                lines.held,
                breaches.size());
        System.exit(breaches.isEmpty() ? 0 : 1);
    }

    /** Prints a line for each submission, with its duration. */
    private static final class Lines {
        private long last = System.nanoTime();
        private int count;
        private int held;

        void print(boolean holds, String end, Verdict verdict, String layer, String what) {
            long now = System.nanoTime();
            System.out.printf(
                    "%-6s %-12s %5d ms  %-7s %.100s%n",
                    holds ? end : "BREACH", verdict, (now - last) / 1_000_000, layer, what);
            count++;
            held += holds ? 1 : 0;
            last = now;
        }
    }
}
