package bouncer.app.handout;

import bouncer.app.catalogue.CompiledChecks;
import bouncer.app.catalogue.Exercise;
import bouncer.app.files.Resources;
import bouncer.app.grading.GradingService;
import bouncer.app.grading.Version;
import bouncer.checks.Contract;
import bouncer.clients.run.ClientSession;
import bouncer.engine.Explorer;
import bouncer.worker.WorkerMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the bundles for classroom platforms: the grader with its compiled checks and all libraries, packed as each
 * platform requires. A bundle needs only a JDK. No Maven runs on the platform, so nothing is downloaded and nothing of
 * a submission is built there. Stateless.
 */
final class Bundles {
    private Bundles() {}

    /**
     * Writes every bundle.
     *
     * @param into the directory for the bundles
     * @param hidden the directory of the instructor's hidden checks, which only the bundles invisible to students
     *     contain, or null
     * @return the content of {@code bouncer-grader.zip}, whose hash the students' workflow checks
     * @throws IOException if files cannot be read or written
     */
    static byte[] write(GradingService service, List<Exercise> exercises, Path into, @Nullable Path hidden)
            throws IOException {
        Tree grader = grader(service, exercises);
        String exerciseOptions = String.join(
                " ",
                exercises.stream()
                        .map(exercise -> "--exercise " + exercise.slug())
                        .toList());
        int points = exercises.stream().mapToInt(Exercise::points).sum();

        Path plain = into.resolve("bouncer-grader.zip");
        grader.writeToZip(plain);

        Tree unseen = new Tree();
        if (hidden != null) {
            unseen.addAll("hidden", hidden);
        }
        String autograder = Resources.text(Tree.class, "autograder.py")
                .replace("{{exercises}}", exerciseOptions)
                .replace("{{points}}", Integer.toString(points));
        new Tree()
                .addAll("", grader)
                .addAll("", unseen)
                .addCommand("autograder.py", autograder)
                .writeToZip(into.resolve("classroom50.zip"));

        String run = Resources.text(Tree.class, "run_autograder.sh").replace("{{exercises}}", exerciseOptions);
        new Tree()
                .addAll("", grader)
                .addAll("", unseen)
                .addCommand("setup.sh", Resources.text(Tree.class, "setup.sh"))
                .addCommand("run_autograder", run)
                .writeToZip(into.resolve("gradescope.zip"));
        return Files.readAllBytes(plain);
    }

    /** Returns the files of the grader without the wrapping for a platform. */
    static Tree grader(GradingService service, List<Exercise> exercises) throws IOException {
        Tree tree = new Tree();
        tree.add("lib/bouncer-engine.jar", Jars.holding(Explorer.class));
        tree.add("lib/bouncer-checks.jar", Jars.holding(Contract.class));
        tree.add("lib/bouncer-clients.jar", Jars.holding(ClientSession.class));
        tree.add("lib/bouncer-worker.jar", Jars.holding(WorkerMain.class));
        tree.add("lib/bouncer-app.jar", Jars.holding(Version.class));
        Jars.libraries().forEach((name, bytes) -> tree.add("lib/" + name, bytes));
        for (Exercise exercise : exercises) {
            Path directory = service.catalog().directory().resolve(exercise.slug());
            tree.add(
                    "exercises/" + exercise.slug() + "/exercise.toml",
                    Files.readAllBytes(directory.resolve("exercise.toml")));
            tree.addAll("exercises/" + exercise.slug() + "/src/stub", directory.resolve("src/stub"));
            Path checks = CompiledChecks.of(service.catalog().directory(), exercise.slug());
            tree.addAll(
                    "exercises/" + Tree.slashes(service.catalog().directory().relativize(checks)), checks);
        }
        tree.addCommand("bouncer", Resources.text(Tree.class, "bundle.sh"));
        return tree;
    }
}
