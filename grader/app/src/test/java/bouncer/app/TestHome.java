package bouncer.app;

import bouncer.app.catalogue.CompiledChecks;
import bouncer.app.grading.RunDirectory;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Makes a copy of this project with what a handout needs and with compiled checks, because the exercises are built only
 * after the grader is tested. Thread-safe.
 */
public final class TestHome {
    private static final Path PROJECT = Path.of("../..");
    private static final Map<Path, Path> COMPILED = new HashMap<>();
    private static @Nullable RunDirectory compiled;

    private TestHome() {}

    /** Makes the copy in an empty directory, and returns its directory of exercises. */
    public static Path make(Path home) throws IOException {
        for (String file : List.of(
                "pom.xml",
                "mvnw",
                "mvnw.cmd",
                ".gitignore",
                ".gitattributes",
                ".editorconfig",
                "LICENSE",
                "exercises/pom.xml",
                "exercises/all/pom.xml",
                "grader/pom.xml",
                "grader/engine/pom.xml",
                "grader/checks/pom.xml",
                "grader/clients/pom.xml",
                "grader/worker/pom.xml",
                "grader/app/pom.xml")) {
            copy(PROJECT.resolve(file), home.resolve(file));
        }
        copyAll(PROJECT.resolve(".mvn"), home.resolve(".mvn"));
        copyAll(PROJECT.resolve(".devcontainer"), home.resolve(".devcontainer"));
        Path exercises = home.resolve("exercises");
        try (Stream<Path> originals = Files.list(PROJECT.resolve("exercises"))) {
            for (Path original : originals
                    .filter(path -> Files.isRegularFile(path.resolve("exercise.toml")))
                    .toList()) {
                Path exercise = exercises.resolve(original.getFileName());
                for (String part : List.of("exercise.toml", "pom.xml", "README.md")) {
                    copy(original.resolve(part), exercise.resolve(part));
                }
                copyAll(original.resolve("src"), exercise.resolve("src"));
                String slug = exercise.getFileName().toString();
                copyAll(compiledChecks(original), CompiledChecks.of(exercises, slug));
            }
        }
        return exercises;
    }

    /** Compiles the checks of an exercise, once for all copies. */
    private static synchronized Path compiledChecks(Path exercise) throws IOException {
        Path checks = COMPILED.get(exercise);
        if (checks == null) {
            checks = compiledRoot().resolve(exercise.getFileName());
            compile(
                    java(exercise.resolve("src/test/java")),
                    Files.createDirectories(checks),
                    exercise.resolve("src/stub/java"));
            COMPILED.put(exercise, checks);
        }
        return checks;
    }

    /** Returns a directory that is deleted when this JVM ends. */
    private static Path compiledRoot() throws IOException {
        RunDirectory directory = compiled;
        if (directory == null) {
            directory = RunDirectory.create();
            compiled = directory;
        }
        return directory.path();
    }

    private static void compile(List<Path> sources, Path into, Path stubs) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-proc:none",
                    "-g",
                    "--release",
                    "17",
                    "-cp",
                    classPath,
                    "-sourcepath",
                    stubs.toString(),
                    "-implicit:none",
                    "-d",
                    into.toString());
            boolean compiled = compiler.getTask(
                            messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!compiled) {
                throw new IllegalStateException(messages.toString());
            }
        }
    }

    private static List<Path> java(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(path -> path.toString().endsWith(".java")).toList();
        }
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }
}
