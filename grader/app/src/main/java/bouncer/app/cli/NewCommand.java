package bouncer.app.cli;

import bouncer.app.author.Scaffold;
import bouncer.app.author.SolutionRepository;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bouncer new}: creates an exercise and its solutions. */
@Command(
        name = "new",
        description = "Creates a new exercise and its solutions, small but complete, as a starting point.",
        mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {
    private static final Pattern SLUG = Pattern.compile("\\d\\d-([a-z][a-z0-9]*(-[a-z][a-z0-9]*)*)");

    @Parameters(paramLabel = "SLUG", description = "two digits and a name, such as 09-bounded-buffer")
    private String slug = "";

    @Option(names = "--class", paramLabel = "NAME", description = "the class; by default BoundedBuffer for the above")
    private @Nullable String className;

    @Option(names = "--package", paramLabel = "NAME", description = "its package; by default the slug's last word")
    private @Nullable String packageName;

    @Option(names = "--title", paramLabel = "TEXT", description = "the exercise's title")
    private @Nullable String title;

    @Override
    public Integer call() throws IOException {
        Matcher name = SLUG.matcher(slug);
        if (!name.matches()) {
            throw new UsageProblem(
                    slug + " is not a valid name for an exercise; choose one such as 09-bounded-buffer.");
        }
        LearnerContext learner = LearnerContext.open();
        CompleteProject.require(learner.home(), "new");
        String words = name.group(1).replace('-', ' ');
        Scaffold scaffold = new Scaffold(
                slug,
                title != null ? title : "A " + words,
                packageName != null ? packageName : words.substring(words.lastIndexOf(' ') + 1),
                className != null ? className : camelCase(words));
        try {
            Path here = learner.home();
            SolutionRepository solutions =
                    new SolutionRepository(learner.service().catalog().directory(), here.resolve("solutions"));
            scaffold.build(solutions).forEach(file -> System.out.println("wrote " + here.relativize(file)));
        } catch (FileAlreadyExistsException e) {
            throw new UsageProblem(e.getMessage() + " exists already. Choose another name, or delete it first.");
        }
        System.out.println("Next: " + learner.bouncer() + " doctor " + slug);
        return ExitCode.ACCEPTED;
    }

    private static String camelCase(String words) {
        StringBuilder name = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return name.toString();
    }
}
