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
import bouncer.checks.result.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges the same classes at every door and compares the results. A round is one class of each exercise: one learner's
 * project, and one submission of the class that {@code batch} grades. Used by one thread.
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
    private final Path students;
    private final Cli bouncer;
    private final JupiterRun jupiter;
    private final List<List<Solution>> rounds = new ArrayList<>();
    private final Map<Solution, Map<Door, Said>> said = new LinkedHashMap<>();
    private final Map<Door, Long> millis = new EnumMap<>(Door.class);

    /** Creates a project in an empty directory. */
    Doors(Path home) throws IOException {
        this.home = home;
        this.exercises = TestHome.make(home.resolve("project"));
        this.students = home.resolve("class");
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
        choose(wrong, right);
        for (int round = 0; round < rounds.size(); round++) {
            Path student = students.resolve("student" + round);
            for (Solution solution : rounds.get(round)) {
                Path place = Path.of(solution.slug(), "src/main/java");
                RunDirectory.deleteQuietly(exercises.resolve(place));
                copy(solution.directory(), exercises.resolve(place));
                copy(solution.directory(), student.resolve("exercises").resolve(place));
                said.put(solution, new EnumMap<>(Door.class));
            }
            mvnTest(rounds.get(round));
            check(rounds.get(round));
            grade(rounds.get(round), student);
        }
        batch();
        return said.entrySet().stream()
                .map(one -> new Row(one.getKey(), one.getValue()))
                .toList();
    }

    /** Returns the time that each door took for all classes. */
    String times() {
        return millis.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue() / 1000 + " s")
                .collect(Collectors.joining(", "));
    }

    private void choose(int wrong, int right) throws IOException {
        SolutionRepository repository = new SolutionRepository(exercises, SOLUTIONS);
        for (int round = 0; round < wrong + right; round++) {
            rounds.add(new ArrayList<>());
        }
        for (Exercise exercise : Catalogue.load(exercises)) {
            List<Solution> all = repository.of(exercise);
            Stream<Solution> mistakes = all.stream()
                    .filter(one -> one.kind() == Solution.Kind.MISTAKE)
                    .sorted(Comparator.comparing((Solution one) -> !one.isRepresentative())
                            .thenComparing(Doors::isFoundByMeasuring))
                    .limit(wrong);
            Stream<Solution> others = all.stream()
                    .filter(one -> one.kind() == Solution.Kind.REFERENCE || one.kind() == Solution.Kind.ALTERNATIVE)
                    .limit(right);
            List<Solution> chosen = Stream.concat(mistakes, others).toList();
            for (int round = 0; round < chosen.size(); round++) {
                rounds.get(round).add(chosen.get(round));
            }
        }
    }

    /** Returns true if measured checks may have to find the mistake: it takes longer than another. */
    private static boolean isFoundByMeasuring(Solution mistake) {
        return mistake.expectation()
                .map(expected -> Stream.of(Phase.STRESS, Phase.TIMING).anyMatch(phase -> expected.names(phase, "")))
                .orElse(false);
    }

    private void mvnTest(List<Solution> round) throws IOException, InterruptedException {
        List<String> checks = Catalogue.load(exercises).stream()
                .flatMap(exercise -> exercise.checks().stream())
                .toList();
        long start = System.nanoTime();
        String printed = jupiter.run("", checks);
        took(Door.MVN_TEST, start);
        note(Door.MVN_TEST, round, exercises.resolve("target/bouncer/report.json"), printed);
    }

    private void check(List<Solution> round) throws IOException {
        long start = System.nanoTime();
        Cli.Ended checked = bouncer.run("check", "--all");
        took(Door.CHECK, start);
        for (Solution solution : round) {
            Path last = exercises.resolveSibling(".bouncer/last/" + solution.slug() + ".json");
            note(Door.CHECK, List.of(solution), last, checked.all());
        }
    }

    private void grade(List<Solution> round, Path student) throws IOException {
        Path json = home.resolve(student.getFileName() + ".json");
        long start = System.nanoTime();
        Cli.Ended graded = bouncer.run("grade", student.toString(), "--json", json.toString());
        took(Door.GRADE, start);
        note(Door.GRADE, round, json, graded.all());
    }

    /** Grades the whole class at once, as an instructor does. */
    private void batch() throws IOException {
        Path out = home.resolve("out");
        long start = System.nanoTime();
        Cli.Ended batch = bouncer.run("batch", students.toString(), "--out", out.toString(), "--jobs", "2");
        took(Door.BATCH, start);
        for (int round = 0; round < rounds.size(); round++) {
            note(Door.BATCH, rounds.get(round), out.resolve("reports/student" + round + ".json"), batch.all());
        }
    }

    private void took(Door door, long start) {
        millis.merge(door, (System.nanoTime() - start) / 1_000_000, Long::sum);
    }

    /** Keeps the results of a door's report for some classes. */
    private void note(Door door, List<Solution> solutions, Path report, String printed) throws IOException {
        Map<String, Said> all = read(report, printed);
        for (Solution solution : solutions) {
            Said one = all.get(solution.slug());
            if (one != null) {
                said.get(solution).put(door, one);
            }
        }
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
