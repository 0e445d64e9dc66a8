package bouncer.app.cli;

import bouncer.app.TestHome;
import bouncer.app.author.Solution;
import bouncer.app.author.SolutionRepository;
import bouncer.app.catalogue.Catalogue;
import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.RunDirectory;
import bouncer.app.report.JsonReader;
import bouncer.app.verdict.Diagnosis;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Verdict;
import bouncer.checks.result.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Judges the same classes at every door and compares the results. Each round judges one class of each exercise. Used by
 * one thread.
 */
final class Doors {
    private static final Path SOLUTIONS = Path.of("../../solutions");

    /** The ways to judge a class. */
    enum Door {
        MVN_TEST,
        CHECK,
        GRADE,
        BATCH
    }

    /**
     * The result of a class at one door.
     *
     * @param points the points and the maximum
     * @param fault the fault of the diagnosis; empty if nothing is wrong
     * @param line the location of the fault
     * @param sentence the first line of the message
     */
    record Said(String verdict, String points, String fault, String line, String sentence) {}

    /** The results of one class at all doors. */
    record Row(Solution solution, Map<Door, Said> said) {
        boolean agrees() {
            return said.size() == Door.values().length
                    && said.values().stream().distinct().count() == 1;
        }

        /** Returns the verdict of all doors. */
        String verdict() {
            return said.values().iterator().next().verdict();
        }

        /** Returns the verdict that the class must get according to its directory of the solutions. */
        String expected() {
            return (solution.kind() == Solution.Kind.MISTAKE ? Verdict.REJECTED : Verdict.ACCEPTED).text();
        }

        String text() {
            if (agrees()) {
                Said all = said.values().iterator().next();
                return String.format(
                        "%-58s %-11s %6s  %-22s %s  %s",
                        solution, all.verdict(), all.points(), all.fault(), all.line(), all.sentence());
            }
            StringBuilder text = new StringBuilder(solution + " DIFFERS");
            said.forEach((door, one) ->
                    text.append("\n    ").append(door).append(": ").append(one));
            return text.toString();
        }
    }

    private final Path home;
    private final Path exercises;
    private final Cli bouncer;
    private final JupiterRun jupiter;

    /** Creates a project in an empty directory. */
    Doors(Path home) throws IOException {
        this.home = home;
        this.exercises = TestHome.make(home.resolve("project"));
        this.bouncer = new Cli(exercises);
        this.jupiter = new JupiterRun(exercises, home);
    }

    /**
     * Judges classes and compares the results.
     *
     * @param wrong how many wrong classes of each exercise to judge, at most
     * @param right how many right classes of each exercise to judge, at most
     */
    List<Row> compare(int wrong, int right) throws IOException, InterruptedException {
        List<List<Solution>> chosen = new ArrayList<>();
        SolutionRepository repository = new SolutionRepository(exercises, SOLUTIONS);
        for (Exercise exercise : Catalogue.load(exercises)) {
            List<Solution> all = repository.of(exercise);
            chosen.add(Stream.concat(
                            all.stream()
                                    .filter(one -> one.kind() == Solution.Kind.MISTAKE)
                                    .sorted(Comparator.comparing(one -> !one.isRepresentative()))
                                    .limit(wrong),
                            all.stream()
                                    .filter(one -> one.kind() == Solution.Kind.REFERENCE
                                            || one.kind() == Solution.Kind.ALTERNATIVE)
                                    .limit(right))
                    .toList());
        }
        List<Row> rows = new ArrayList<>();
        for (int round = 0; round < wrong + right; round++) {
            int number = round;
            List<Solution> submission = chosen.stream()
                    .filter(list -> number < list.size())
                    .map(list -> list.get(number))
                    .toList();
            rows.addAll(judge(submission, round));
        }
        return rows;
    }

    private List<Row> judge(List<Solution> submission, int round) throws IOException, InterruptedException {
        Path student = home.resolve("class-" + round).resolve("student");
        for (Solution solution : submission) {
            String place = solution.slug() + "/src/main/java";
            RunDirectory.deleteQuietly(exercises.resolve(place));
            copy(solution.directory(), exercises.resolve(place));
            copy(solution.directory(), student.resolve("exercises").resolve(place));
        }
        Map<Door, Map<String, Said>> said = new EnumMap<>(Door.class);
        List<String> checks = Catalogue.load(exercises).stream()
                .flatMap(exercise -> exercise.checks().stream())
                .toList();
        String printed = jupiter.run("", checks);
        said.put(Door.MVN_TEST, read(exercises.resolve("target/bouncer/report.json"), printed));
        Cli.Ended checked = bouncer.run("check", "--all");
        Map<String, Said> each = new TreeMap<>();
        for (Solution solution : submission) {
            Path last = exercises.resolveSibling(".bouncer/last/" + solution.slug() + ".json");
            each.putAll(read(last, checked.all()));
        }
        said.put(Door.CHECK, each);
        Path json = home.resolve("grade-" + round + ".json");
        Cli.Ended graded = bouncer.run("grade", student.toString(), "--json", json.toString());
        said.put(Door.GRADE, read(json, graded.all()));
        Path out = home.resolve("out-" + round);
        Cli.Ended batch = bouncer.run("batch", student.getParent().toString(), "--out", out.toString(), "--jobs", "2");
        said.put(Door.BATCH, read(out.resolve("reports/student.json"), batch.all()));
        List<Row> rows = new ArrayList<>();
        for (Solution solution : submission) {
            Map<Door, Said> row = new EnumMap<>(Door.class);
            said.forEach((door, all) -> {
                if (all.containsKey(solution.slug())) {
                    row.put(door, all.get(solution.slug()));
                }
            });
            rows.add(new Row(solution, row));
        }
        return rows;
    }

    private static Map<String, Said> read(Path report, String printed) throws IOException {
        if (!Files.isRegularFile(report)) {
            throw new IOException("No " + report + ":\n" + printed);
        }
        Map<String, Said> said = new TreeMap<>();
        for (ExerciseReport exercise : JsonReader.read(Files.readString(report)).exercises()) {
            said.put(exercise.slug(), said(exercise));
        }
        return said;
    }

    private static Said said(ExerciseReport exercise) {
        Optional<Diagnosis> diagnosis = exercise.diagnosis();
        return new Said(
                exercise.verdict().text(),
                exercise.score() + "/" + exercise.maxScore(),
                diagnosis.map(found -> found.fault().id()).orElse(""),
                diagnosis.map(Diagnosis::location).map(Location::toString).orElse(""),
                diagnosis
                        .map(found -> found.message().lines().findFirst().orElse(""))
                        .orElse(""));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path file :
                    walk.filter(path -> path.toString().endsWith(".java")).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
