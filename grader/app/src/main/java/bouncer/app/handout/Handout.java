package bouncer.app.handout;

import bouncer.app.catalogue.Exercise;
import bouncer.app.files.Resources;
import bouncer.app.grading.GradingService;
import bouncer.app.maven.ExerciseModules;
import bouncer.worker.submission.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the repository that students start from, and the files for the instructor's side of a classroom. Stateless.
 */
public final class Handout {
    private static final List<String> NOT_HANDED_OUT = List.of("target", "solutions", "solution");

    private Handout() {}

    /**
     * The directories of a handout.
     *
     * @param template the repository that students start from
     * @param bundles the directory of the instructor's files
     * @param version the version of the grader in the template
     */
    public record Written(Path template, Path bundles, String version) {}

    /**
     * Writes a handout.
     *
     * @param service a grading service whose exercises directory is inside the complete project
     * @param exercises the exercises to hand out, at least one
     * @param template the directory for the students' repository; must be empty or not exist
     * @param bundles the directory for the instructor's files
     * @param graderUrl the address from which the students' workflow downloads the grader's bundle
     * @param hidden the directory of the instructor's hidden checks, for the bundles that students do not see, or null
     * @return where the files are
     * @throws IOException if files cannot be read or written
     */
    public static Written write(
            GradingService service,
            List<Exercise> exercises,
            Path template,
            Path bundles,
            String graderUrl,
            @Nullable Path hidden)
            throws IOException {
        Path home = Objects.requireNonNull(
                service.catalog().directory().toAbsolutePath().normalize().getParent());
        GraderRepository grader = GraderRepository.of(home);
        List<String> slugs = exercises.stream().map(Exercise::slug).toList();
        byte[] bundle = Bundles.write(service, exercises, bundles, hidden);

        Tree tree = new Tree();
        tree.addAll("grader/repository/", grader.tree());
        ExerciseModules.only(home, slugs, "grader/repository", grader.version()).forEach(tree::add);
        for (Exercise exercise : exercises) {
            addExercise(tree, service.catalog().directory().resolve(exercise.slug()), "exercises/" + exercise.slug());
        }
        tree.add("README.md", readme(exercises));
        tree.addCommand("mvnw", read(home, "mvnw"));
        tree.add("mvnw.cmd", read(home, "mvnw.cmd"));
        tree.addAll(".mvn", home.resolve(".mvn"));
        tree.addCommand("bouncer", Resources.text(Tree.class, "bouncer.sh"));
        tree.add("bouncer.cmd", Resources.text(Tree.class, "bouncer.bat"));
        for (String file : List.of(".gitignore", ".gitattributes", ".editorconfig", "LICENSE")) {
            tree.add(file, read(home, file));
        }
        tree.addAll(".devcontainer", home.resolve(".devcontainer"));
        tree.add(
                ".github/workflows/bouncer.yml",
                Resources.text(Tree.class, "workflow.yml")
                        .replace("{{url}}", graderUrl)
                        .replace("{{sha256}}", Hashes.sha256(bundle))
                        .replace("{{exercises}}", options(slugs)));
        tree.writeTo(template);
        return new Written(template, bundles, grader.version());
    }

    private static String options(List<String> slugs) {
        return String.join(" ", slugs.stream().map(slug -> "--exercise " + slug).toList());
    }

    /** Adds an exercise in its original state, even if the instructor's own copy is solved. */
    private static void addExercise(Tree tree, Path directory, String to) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path entry : entries.sorted().toList()) {
                String name = entry.getFileName().toString();
                if (NOT_HANDED_OUT.contains(name) || name.startsWith(".")) {
                    continue;
                }
                if (name.equals("src")) {
                    addExercise(tree, entry, to + "/src");
                } else if (name.equals("main") && Files.isDirectory(entry.resolveSibling("stub"))) {
                    tree.addAll(to + "/main", entry.resolveSibling("stub"));
                } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    tree.addAll(to + "/" + name, entry);
                } else if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                    tree.add(to + "/" + name, Files.readAllBytes(entry));
                }
            }
        }
    }

    private static String readme(List<Exercise> exercises) {
        List<String> rows = new ArrayList<>();
        for (Exercise exercise : exercises) {
            rows.add("| [" + exercise.slug() + "](exercises/" + exercise.slug() + "/README.md) | " + exercise.title()
                    + " | " + exercise.points() + " |");
        }
        return Resources.text(Tree.class, "README.md")
                .replace("{{rows}}", String.join("\n", rows))
                .replace("{{first}}", exercises.get(0).slug())
                .replace("{{file}}", exercises.get(0).files().get(0));
    }

    private static String read(Path home, String file) throws IOException {
        return Files.readString(home.resolve(file));
    }
}
