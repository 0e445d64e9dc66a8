package bouncer.app.cli;

import bouncer.app.catalogue.Catalogue;
import bouncer.app.catalogue.CompiledChecks;
import bouncer.app.catalogue.Exercise;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs checks with JUnit's launcher in a separate JVM, as Surefire and the IDEs do. Used by one thread. */
final class JupiterRun {
    private final Path exercises;
    private final String classPath;

    /**
     * Prepares runs.
     *
     * @param exercises a directory of exercises whose checks are compiled
     * @param scratch a directory for the compiled stubs, which the checks need to be loaded
     */
    JupiterRun(Path exercises, Path scratch) throws IOException {
        this.exercises = exercises;
        Path stubs = Files.createDirectories(scratch.resolve("stubs"));
        List<String> entries = new ArrayList<>(List.of(
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                stubs.toString()));
        List<Path> sources = new ArrayList<>();
        for (Exercise exercise : Catalogue.load(exercises)) {
            entries.add(CompiledChecks.of(exercises, exercise.slug()).toString());
            exercise.files()
                    .forEach(file -> sources.add(exercises
                            .resolve(exercise.slug())
                            .resolve("src/stub/java")
                            .resolve(file)));
        }
        compile(sources, stubs);
        this.classPath = String.join(File.pathSeparator, entries);
    }

    private static void compile(List<Path> sources, Path into) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of("-proc:none", "-d", into.toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!compiled) {
                throw new IOException(messages.toString());
            }
        }
    }

    /**
     * Runs classes of checks, or single methods given as {@code Class#method}.
     *
     * @param only the value of {@code -Dexercise}; empty for none
     * @return the whole output: a line {@code STATUS display name: message} for each test, and the board
     */
    String run(String only, List<String> selected) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dbouncer.exercises=" + exercises,
                "-Dbouncer.exercise=" + only,
                "-cp",
                classPath,
                JupiterRun.class.getName()));
        command.addAll(selected);
        Path log = Files.createTempFile("jupiter", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("Jupiter did not end within ten minutes: " + Files.readString(log));
            }
            return Files.readString(log);
        } finally {
            Files.deleteIfExists(log);
        }
    }

    /** The entry point of the separate JVM. */
    public static void main(String[] selected) {
        List<DiscoverySelector> selectors = Stream.of(selected)
                .map(name -> name.contains("#")
                        ? (DiscoverySelector) DiscoverySelectors.selectMethod(name)
                        : DiscoverySelectors.selectClass(name))
                .toList();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectors)
                                .build(),
                        new Printer());
    }

    private static final class Printer implements TestExecutionListener {
        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            System.out.println("LEFT_OUT " + test.getDisplayName() + ": " + reason);
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            boolean shown = test.isTest() || result.getStatus() == TestExecutionResult.Status.FAILED;
            if (shown) {
                String message = result.getThrowable().map(Throwable::toString).orElse("");
                System.out.println(result.getStatus() + " " + test.getDisplayName() + ": " + message);
            }
        }
    }
}
