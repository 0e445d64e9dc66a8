package bouncer.app.author;

import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.GradingService;
import bouncer.checks.result.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks the files of exercises and their solutions for completeness, without running anything. Stateless. */
public final class ExerciseLinter {
    /** Words that the headings of every README contain, in this order. */
    private static final List<String> HEADINGS = List.of("goal", "background", "task", "check", "run", "stuck");

    private static final int FEWEST_ALTERNATIVES = 2;
    private static final Pattern STUB = Pattern.compile("not implemented: open (\\S+?)\"");

    private ExerciseLinter() {}

    /**
     * A problem with a file.
     *
     * @param file the file or directory
     * @param what the problem
     * @param next how to fix it, as a command if there is one
     */
    public record Complaint(Path file, String what, String next) {
        /** Returns the complaint as one line. */
        public String text() {
            return file + ": " + what + ". Next: " + next;
        }
    }

    /**
     * Checks some exercises and their solutions.
     *
     * @throws IOException if a directory cannot be read
     */
    public static List<Complaint> of(GradingService service, SolutionRepository repository, List<Exercise> exercises)
            throws IOException {
        List<Complaint> complaints = new ArrayList<>();
        for (Exercise exercise : exercises) {
            readme(exercise, repository, complaints);
            stub(exercise, repository, complaints);
            description(exercise, repository, service.catalog().checks(exercise), complaints);
            order(
                    exercise,
                    service.catalog().directory().resolve(exercise.slug()).resolve("exercise.toml"),
                    service.catalog().exercises(),
                    complaints);
            StrayFiles.look(exercise, repository, complaints);
            solutions(exercise, repository, complaints);
        }
        return complaints;
    }

    private static void readme(Exercise exercise, SolutionRepository repository, List<Complaint> complaints)
            throws IOException {
        Path file = repository.exercises().resolve(exercise.slug()).resolve("README.md");
        if (!Files.isRegularFile(file)) {
            complaints.add(new Complaint(file, "does not exist", "write it"));
            return;
        }
        String headings = Files.readString(file)
                .lines()
                .filter(line -> line.startsWith("#"))
                .collect(Collectors.joining("\n"))
                .toLowerCase(java.util.Locale.ROOT);
        for (String heading : HEADINGS) {
            if (!headings.contains(heading)) {
                complaints.add(new Complaint(file, "no heading has \"" + heading + "\" in it", "add the section"));
            }
        }
        if (exercise.hints().idea().isEmpty() || exercise.hints().place().isEmpty()) {
            Path toml = file.resolveSibling("exercise.toml");
            complaints.add(new Complaint(toml, "[hints] has no idea or no place", "write both, without code"));
        }
    }

    private static void stub(Exercise exercise, SolutionRepository repository, List<Complaint> complaints)
            throws IOException {
        for (String name : exercise.files()) {
            Path stub = repository.stub(exercise).resolve(name);
            Path main = repository
                    .exercises()
                    .resolve(exercise.slug())
                    .resolve("src/main/java")
                    .resolve(name);
            if (!Files.isRegularFile(stub)) {
                complaints.add(new Complaint(stub, "does not exist", "write it"));
                continue;
            }
            String text = Files.readString(stub);
            String relative = "exercises/" + exercise.slug() + "/src/main/java/" + name;
            boolean named = STUB.matcher(text)
                    .results()
                    .anyMatch(match -> match.group(1).equals(relative));
            if (!named) {
                complaints.add(
                        new Complaint(stub, "no method says \"not implemented: open " + relative + "\"", "add it"));
            }
            if (!Files.isRegularFile(main) || Files.mismatch(stub, main) >= 0) {
                complaints.add(new Complaint(main, "differs from the stub", "cp " + stub + " " + main));
            }
        }
    }

    private static void description(
            Exercise exercise, SolutionRepository repository, List<CheckSpec> specs, List<Complaint> complaints) {
        Path file = repository.exercises().resolve(exercise.slug()).resolve("exercise.toml");
        int sum = specs.stream().mapToInt(CheckSpec::points).sum();
        if (sum != exercise.points()) {
            complaints.add(new Complaint(
                    file, "says " + exercise.points() + " points, the checks have " + sum, "make them equal"));
        }
        if (specs.stream().noneMatch(spec -> spec.phase() == Phase.CONTRACT)) {
            complaints.add(new Complaint(file, "has no contract check", "write one"));
        }
    }

    private static void order(Exercise exercise, Path file, List<Exercise> all, List<Complaint> complaints) {
        List<String> before = all.stream()
                .map(Exercise::slug)
                .takeWhile(slug -> !slug.equals(exercise.slug()))
                .toList();
        for (String slug : exercise.after()) {
            if (!before.contains(slug)) {
                complaints.add(new Complaint(
                        file, "after names " + slug + ", which is no earlier exercise", "name one of " + before));
            }
        }
    }

    private static void solutions(Exercise exercise, SolutionRepository repository, List<Complaint> complaints) {
        Path home = repository.solutions().resolve(exercise.slug());
        List<Solution> all;
        try {
            all = repository.of(exercise);
        } catch (IOException e) {
            complaints.add(new Complaint(home, String.valueOf(e.getMessage()), "fix it"));
            return;
        }
        for (Solution solution : all) {
            for (String file : exercise.files()) {
                if (!Files.isRegularFile(solution.directory().resolve(file))) {
                    complaints.add(new Complaint(solution.directory(), "lacks " + file, "write it"));
                }
            }
            if (solution.kind() == Solution.Kind.MISTAKE) {
                mistake(solution, complaints);
            }
        }
        long alternatives = all.stream()
                .filter(solution -> solution.kind() == Solution.Kind.ALTERNATIVE)
                .count();
        if (alternatives < FEWEST_ALTERNATIVES) {
            complaints.add(new Complaint(
                    home.resolve("alternatives"), "has " + alternatives + " of at least 2", "solve it in another way"));
        }
    }

    private static void mistake(Solution mistake, List<Complaint> complaints) {
        boolean named = mistake.expectation().stream()
                .flatMap(expected -> Stream.of(expected.faults().get(0)))
                .anyMatch(fault -> fault.id().equals(mistake.fault()));
        if (!named) {
            Path file = mistake.directory().resolve("expected.toml");
            complaints.add(new Complaint(
                    file, "its first fault is not the one its directory is named after", "rename one of the two"));
        }
    }
}
