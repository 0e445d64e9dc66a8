package bouncer.app.author;

import bouncer.app.files.Resources;
import bouncer.app.maven.ExerciseModules;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Creates a new exercise with its solutions: small but complete, so that the doctor finds no problem in it and its
 * author can replace one part after another.
 *
 * @param slug the exercise's slug, such as {@code 09-bounded-buffer}
 * @param title its title in reports
 * @param packageName the package of the class
 * @param className the class, without its package
 */
public record Scaffold(String slug, String title, String packageName, String className) {

    /**
     * Writes all files and adds the exercise to the Maven build.
     *
     * @return the files written, in the order in which an author reads them
     * @throws FileAlreadyExistsException if the exercise already exists; nothing is written then
     * @throws IOException if a file cannot be written
     */
    public List<Path> build(SolutionRepository repository) throws IOException {
        Path exercise = repository.exercises().resolve(slug);
        Path answers = repository.solutions().resolve(slug);
        for (Path directory : List.of(exercise, answers)) {
            if (Files.exists(directory)) {
                throw new FileAlreadyExistsException(directory.toString());
            }
        }
        String source = path() + "/" + className + ".java";
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(exercise.resolve("exercise.toml"), "exercise.toml");
        files.put(exercise.resolve("pom.xml"), "pom.xml");
        files.put(exercise.resolve("src/stub/java").resolve(source), "Stub.java");
        files.put(exercise.resolve("src/main/java").resolve(source), "Stub.java");
        files.put(exercise.resolve("src/test/java/" + path() + "/" + className + "Checks.java"), "Checks.java");
        files.put(exercise.resolve("README.md"), "README.md");
        files.put(answers.resolve("reference").resolve(source), "Reference.java");
        files.put(answers.resolve("alternatives/atomic").resolve(source), "Atomic.java");
        files.put(answers.resolve("alternatives/lock").resolve(source), "Lock.java");
        files.put(answers.resolve("mistakes/lost-update").resolve(source), "Mistake.java");
        files.put(answers.resolve("mistakes/lost-update/expected.toml"), "expected.toml");
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Files.createDirectories(file.getKey().resolveSibling("."));
            Files.writeString(file.getKey(), filled(file.getValue()));
        }
        List<Path> written = new ArrayList<>(files.keySet());
        written.addAll(ExerciseModules.add(repository.exercises(), slug));
        return written;
    }

    private String path() {
        return packageName.replace('.', '/');
    }

    private String filled(String template) {
        return Resources.text(Scaffold.class, "/bouncer/app/author/exercise/" + template)
                .replace("@slug@", slug)
                .replace("@title@", title)
                .replace("@package@", packageName)
                .replace("@path@", path())
                .replace("@class@", className);
    }
}
