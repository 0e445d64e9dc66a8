package bouncer.app.handout;

import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.GradingService;
import bouncer.app.maven.ExerciseModules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the repository that students start from, and beside it what the instructor's side of a classroom needs. Stateless. */
public final class Handout {
    private static final List<String> NOT_HANDED_OUT = List.of("target", "solutions", "solution");

    private Handout() {}

    /**
     * What was written.
     *
     * @param template the directory students start from
     * @param bundles the directory of the instructor's files
     * @param version the version under which the grader is in the template
     */
    public record Written(Path template, Path bundles, String version) {}

    /**
     * Writes a handout.
     *
     * @param house an exercises directory inside a checkout of this project
     * @param rooms what to hand out
     * @param template where the students' repository goes; must not exist or be empty
     * @param bundles where the instructor's files go
     * @param graderUrl where the workflow of the students' repository will find the grader's bundle
     * @param hidden checks of the instructor's own for the bundles that students do not see, or null
     * @throws IOException if files cannot be read or written
     */
    public static Written write(
            GradingService house,
            List<Exercise> rooms,
            Path template,
            Path bundles,
            String graderUrl,
            @Nullable Path hidden)
            throws IOException {
        Path home = Objects.requireNonNull(
                house.exercises().toAbsolutePath().normalize().getParent());
        GraderRepository grader = GraderRepository.of(home);
        List<String> slugs = rooms.stream().map(Exercise::slug).toList();
        byte[] bundle = Bundles.write(house, rooms, bundles, hidden);

        Tree tree = new Tree();
        tree.addAll("grader/repository/", grader.tree());
        ExerciseModules.only(home, slugs, "grader/repository", grader.version()).forEach(tree::add);
        for (Exercise room : rooms) {
            addRoom(tree, house.exercises().resolve(room.slug()), "exercises/" + room.slug());
        }
        tree.add("README.md", readme(rooms));
        tree.addCommand("mvnw", read(home, "mvnw"));
        tree.add("mvnw.cmd", read(home, "mvnw.cmd"));
        tree.addAll(".mvn", home.resolve(".mvn"));
        tree.addCommand("bouncer", Tree.resource("bouncer.sh"));
        tree.add("bouncer.cmd", Tree.resource("bouncer.bat"));
        for (String file : List.of(".gitignore", ".gitattributes", ".editorconfig", "LICENSE")) {
            tree.add(file, read(home, file));
        }
        tree.addAll(".devcontainer", home.resolve(".devcontainer"));
        tree.add(
                ".github/workflows/bouncer.yml",
                Tree.resource("workflow.yml")
                        .replace("{{url}}", graderUrl)
                        .replace("{{sha256}}", Digests.sha256(bundle))
                        .replace("{{exercises}}", options(slugs)));
        tree.writeTo(template);
        return new Written(template, bundles, grader.version());
    }

    private static String options(List<String> slugs) {
        return String.join(" ", slugs.stream().map(slug -> "--exercise " + slug).toList());
    }

    /** A room as it is before anyone worked in it, whatever the instructor's own copy holds. */
    private static void addRoom(Tree tree, Path room, String to) throws IOException {
        try (Stream<Path> entries = Files.list(room)) {
            for (Path entry : entries.sorted().toList()) {
                String name = entry.getFileName().toString();
                if (NOT_HANDED_OUT.contains(name) || name.startsWith(".")) {
                    continue;
                }
                if (name.equals("src")) {
                    addRoom(tree, entry, to + "/src");
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

    private static String readme(List<Exercise> rooms) {
        List<String> rows = new ArrayList<>();
        for (Exercise room : rooms) {
            rows.add("| [" + room.slug() + "](exercises/" + room.slug() + "/README.md) | " + room.title() + " | "
                    + room.points() + " |");
        }
        return Tree.resource("README.md")
                .replace("{{rows}}", String.join("\n", rows))
                .replace("{{first}}", rooms.get(0).slug())
                .replace("{{file}}", rooms.get(0).files().get(0));
    }

    private static String read(Path home, String file) throws IOException {
        return Files.readString(home.resolve(file));
    }
}
