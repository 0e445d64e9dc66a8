package bouncer.app.cli;

import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.GradingService;
import bouncer.app.handout.Handout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bouncer handout}: writes the repository that students start from, and the bundles for classroom platforms. */
@Command(
        name = "handout",
        description = "Writes a template repository for students, and the bundles for classroom platforms.",
        mixinStandardHelpOptions = true)
final class HandoutCommand implements Callable<Integer> {
    private static final String NOWHERE = "https://example.org/put/the/address/of/bouncer-grader.zip/here";

    @Parameters(paramLabel = "DIR", description = "where the students' repository goes; must be empty or not exist")
    private Path directory = Path.of("handout");

    @Option(names = "--exercise", paramLabel = "SLUG", description = "only this exercise; may be repeated")
    private List<String> exercises = new ArrayList<>();

    @Option(
            names = "--bundles",
            paramLabel = "DIR",
            description = "where the instructor's files go (default: DIR-instructor)")
    private @Nullable Path bundles;

    @Option(
            names = "--grader-url",
            paramLabel = "URL",
            description = "where the students' workflow will find bouncer-grader.zip, such as one of your releases")
    private String graderUrl = NOWHERE;

    @Option(
            names = "--hidden",
            paramLabel = "DIR",
            description =
                    "your own hidden checks, for the Classroom 50 and Gradescope bundles only; students never get them")
    private @Nullable Path hidden;

    @Override
    public Integer call() throws IOException {
        GradingService service = GradingService.open(ExercisesDirectory.existing());
        CompleteProject.require(service.catalog().directory().resolveSibling(""), "handout");
        String problem = ExercisesDirectory.unknown(service, exercises);
        if (problem == null && Files.exists(directory) && !isEmpty(directory)) {
            problem = directory + " is not empty";
        } else if (problem == null && !graderUrl.matches("https://[\\w./%~+-]+")) {
            problem = "--grader-url must be an https address";
        }
        Path own = hidden;
        if (problem == null && own != null && !Files.isDirectory(own)) {
            problem = "--hidden " + own + " is not a directory";
        }
        if (problem != null) {
            System.err.println("bouncer: " + problem);
            return ExitCode.USAGE;
        }
        List<Exercise> chosen = ExercisesDirectory.chosen(service, exercises);
        Path target = directory.toAbsolutePath().normalize();
        Path beside = bundles == null ? target.resolveSibling(target.getFileName() + "-instructor") : bundles;
        Handout.Written written = Handout.write(service, chosen, target, beside, graderUrl, own);
        System.out.println("The students' repository, with grader " + written.version() + ": " + written.template());
        System.out.println("For you, not for students: " + written.bundles());
        System.out.println("  bouncer-grader.zip   the grader that the workflow in the students' repository downloads");
        System.out.println("  classroom50.zip      Classroom 50: unpack into CLASSROOM/autograders/ASSIGNMENT/");
        System.out.println("  gradescope.zip       Gradescope: upload as the autograder");
        if (graderUrl.equals(NOWHERE)) {
            System.out.println("Before handing out: publish bouncer-grader.zip and write its address into "
                    + ".github/workflows/bouncer.yml (or give --grader-url).");
        }
        return ExitCode.ACCEPTED;
    }

    private static boolean isEmpty(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }
}
