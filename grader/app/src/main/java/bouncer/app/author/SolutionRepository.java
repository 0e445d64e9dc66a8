package bouncer.app.author;

import bouncer.app.author.Solution.Kind;
import bouncer.app.catalogue.Exercise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directories of exercises and their solutions. Immutable.
 *
 * @param exercises the directory of the exercises
 * @param solutions the directory of the solutions, with a directory for each exercise
 */
public record SolutionRepository(Path exercises, Path solutions) {

    /**
     * Lists an exercise's stub, reference, alternatives and mistakes, in this order and by name.
     *
     * @throws IOException if a directory or an {@code expected.toml} cannot be read
     */
    public List<Solution> of(Exercise exercise) throws IOException {
        Path home = solutions.resolve(exercise.slug());
        List<Solution> all = new ArrayList<>();
        all.add(solution(exercise, Kind.STUB, "stub", stub(exercise)));
        all.add(solution(exercise, Kind.REFERENCE, "reference", home.resolve("reference")));
        for (Path alternative : directories(home.resolve("alternatives"))) {
            all.add(solution(exercise, Kind.ALTERNATIVE, "alternatives/" + alternative.getFileName(), alternative));
        }
        for (Path mistake : directories(home.resolve("mistakes"))) {
            String name = "mistakes/" + mistake.getFileName();
            Expectation expected = Expectation.read(mistake.resolve("expected.toml"));
            all.add(new Solution(exercise.slug(), Kind.MISTAKE, name, mistake, Optional.of(expected)));
        }
        return all;
    }

    /** Returns the source root of an exercise's stub. */
    public Path stub(Exercise exercise) {
        return exercises.resolve(exercise.slug()).resolve("src/stub/java");
    }

    /** Returns the path of an exercise's {@code equivalent.toml}. */
    Path equivalents(Exercise exercise) {
        return solutions.resolve(exercise.slug()).resolve("equivalent.toml");
    }

    private static Solution solution(Exercise exercise, Kind kind, String name, Path directory) {
        return new Solution(exercise.slug(), kind, name, directory, Optional.empty());
    }

    private static List<Path> directories(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }
}
