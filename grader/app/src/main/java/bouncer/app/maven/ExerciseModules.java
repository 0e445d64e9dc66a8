package bouncer.app.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How Maven builds the exercises: each is a module of {@code exercises/pom.xml}, and the module {@code all}, which runs
 * the checks of every exercise in one go, depends on each. Stateless.
 */
public final class ExerciseModules {
    private static final String ALL = "all";
    private static final String PARENT_POM = "pom.xml";
    private static final String ALL_POM = ALL + "/pom.xml";

    private ExerciseModules() {}

    /**
     * Adds an exercise, whose own pom is there already, to the build.
     *
     * @param exercises the directory of all exercises
     * @return the files that were changed
     * @throws IOException if they cannot be read or written
     */
    public static List<Path> add(Path exercises, String slug) throws IOException {
        Path parent = exercises.resolve(PARENT_POM);
        Path all = exercises.resolve(ALL_POM);
        Files.writeString(parent, Pom.read(parent).addModule(slug, ALL).text());
        Files.writeString(all, Pom.read(all).addDependency(slug).text());
        return List.of(parent, all);
    }

    /** A pom inherits the repositories of its parent, but a URL is relative to the project that uses it. */
    private static SortedMap<String, String> places(String repository) {
        return new TreeMap<>(Map.of(
                "grader", "${project.baseUri}../../" + repository,
                "grader-of-the-parent", "${project.baseUri}../" + repository));
    }

    /**
     * Makes the poms of a project that builds some exercises and nothing else, with the grader from a repository of
     * files that lies in it.
     *
     * @param home a checkout of this project
     * @param slugs the exercises
     * @param repository the repository's directory inside the project
     * @param version the grader's version in the repository
     * @return the poms' texts by their paths with forward slashes
     * @throws IOException if a pom cannot be read, or an exercise is no module
     */
    public static SortedMap<String, String> only(Path home, List<String> slugs, String repository, String version)
            throws IOException {
        Pom parent = Pom.read(home.resolve("exercises").resolve(PARENT_POM));
        if (!parent.modules().containsAll(slugs)) {
            throw new IOException(
                    "exercises/pom.xml has the modules " + parent.modules() + ", and not all of " + slugs);
        }
        SortedMap<String, String> poms = new TreeMap<>();
        poms.put(
                "pom.xml",
                Pom.read(home.resolve("pom.xml"))
                        .property("revision", version)
                        .keepModules("exercises"::equals)
                        .text());
        poms.put(
                "exercises/" + PARENT_POM,
                parent.keepModules(name -> slugs.contains(name) || name.equals(ALL))
                        .addRepositories(places(repository))
                        .text());
        poms.put(
                "exercises/" + ALL_POM,
                Pom.read(home.resolve("exercises").resolve(ALL_POM))
                        .keepDependencies(slugs::contains)
                        .text());
        return poms;
    }
}
