package bouncer.app.handout;

import bouncer.app.catalogue.CompiledChecks;
import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.GradingService;
import bouncer.app.grading.Version;
import bouncer.checks.Contract;
import bouncer.engine.Explorer;
import bouncer.worker.WorkerMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The grader with its compiled checks and everything it needs but a JDK, in the wrapping that each classroom wants. No
 * Maven runs on the classroom's side, so nothing is fetched there and nothing of a submission is built. Stateless.
 */
final class Bundles {
    private Bundles() {}

    /**
     * Writes every bundle.
     *
     * @param hidden checks of the instructor's own, which only the bundles get that students do not see, or null
     * @return the bytes of {@code bouncer-grader.zip}, which the workflow of the students' repository asks for by hash
     */
    static byte[] write(GradingService house, List<Exercise> rooms, Path into, @Nullable Path hidden)
            throws IOException {
        Tree grader = grader(house, rooms);
        String exercises = String.join(
                " ", rooms.stream().map(room -> "--exercise " + room.slug()).toList());
        int points = rooms.stream().mapToInt(Exercise::points).sum();

        Path plain = into.resolve("bouncer-grader.zip");
        grader.writeToZip(plain);

        Tree unseen = new Tree();
        if (hidden != null) {
            unseen.addAll("hidden", hidden);
        }
        String autograder = Tree.resource("autograder.py")
                .replace("{{exercises}}", exercises)
                .replace("{{points}}", Integer.toString(points));
        new Tree()
                .addAll("", grader)
                .addAll("", unseen)
                .addCommand("autograder.py", autograder)
                .writeToZip(into.resolve("classroom50.zip"));

        String run = Tree.resource("run_autograder.sh").replace("{{exercises}}", exercises);
        new Tree()
                .addAll("", grader)
                .addAll("", unseen)
                .addCommand("setup.sh", Tree.resource("setup.sh"))
                .addCommand("run_autograder", run)
                .writeToZip(into.resolve("gradescope.zip"));
        return Files.readAllBytes(plain);
    }

    /** The grader alone. */
    static Tree grader(GradingService house, List<Exercise> rooms) throws IOException {
        Tree tree = new Tree();
        tree.add("lib/bouncer-engine.jar", Jars.holding(Explorer.class));
        tree.add("lib/bouncer-checks.jar", Jars.holding(Contract.class));
        tree.add("lib/bouncer-worker.jar", Jars.holding(WorkerMain.class));
        tree.add("lib/bouncer-app.jar", Jars.holding(Version.class));
        Jars.libraries().forEach((name, bytes) -> tree.add("lib/" + name, bytes));
        for (Exercise room : rooms) {
            Path directory = house.exercises().resolve(room.slug());
            tree.add(
                    "exercises/" + room.slug() + "/exercise.toml",
                    Files.readAllBytes(directory.resolve("exercise.toml")));
            tree.addAll("exercises/" + room.slug() + "/src/stub", directory.resolve("src/stub"));
            Path checks = CompiledChecks.of(house.exercises(), room.slug());
            tree.addAll("exercises/" + Tree.slashes(house.exercises().relativize(checks)), checks);
        }
        tree.addCommand("bouncer", Tree.resource("bundle.sh"));
        return tree;
    }
}
