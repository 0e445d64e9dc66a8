package bouncer.app.grading;

import bouncer.app.catalogue.Catalogue;
import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.CompiledChecks;
import bouncer.app.catalogue.Exercise;
import bouncer.checks.Fault;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Finding;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * An instructor's hidden checks: {@code <slug>/…/SomethingChecks.java} below a directory. Reports for students say how
 * many there are and which failed, and nothing else. Their class files are kept in memory, because a
 * submission can read the grader's files where it runs as the same user. Immutable.
 *
 * @param classes the class files of all exercises, by binary name with slashes
 * @param bySlug class names by exercise
 * @param isMasked whether reports give their number only
 */
record HiddenChecks(SortedMap<String, byte[]> classes, Map<String, List<String>> bySlug, boolean isMasked) {
    private static final String ID = "hidden#";

    HiddenChecks {
        bySlug = Map.copyOf(bySlug);
    }

    /** No hidden checks. */
    static final HiddenChecks NONE = new HiddenChecks(new TreeMap<>(), Map.of(), false);

    /**
     * Compiles the hidden checks against the checks' API and the stubs.
     *
     * @param exercises the exercises, whose checks are built
     * @param isMasked whether reports give their number only
     * @throws InvalidHiddenChecks if one is misplaced or misnamed, or they do not compile; the message has the
     *     compiler's
     */
    static HiddenChecks compile(Path directory, Path exercises, boolean isMasked) throws IOException {
        List<String> slugs =
                Catalogue.load(exercises).stream().map(Exercise::slug).toList();
        HiddenSources sources = HiddenSources.in(directory, slugs);
        // The directory is gone before the first submission is judged.
        try (RunDirectory compiled = RunDirectory.create()) {
            compile(sources.files(), compiled.path(), exercises);
            return new HiddenChecks(ExerciseChecks.read(compiled.path()), sources.bySlug(), isMasked);
        }
    }

    /** Returns the names of an exercise's hidden check classes. */
    List<String> of(Exercise exercise) {
        return bySlug.getOrDefault(exercise.slug(), List.of());
    }

    private static void compile(List<Path> sources, Path classes, Path exercises) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IOException("Hidden checks need a JDK; this is a Java runtime without a compiler");
        }
        List<String> classPath = new ArrayList<>();
        List<String> stubs = new ArrayList<>();
        for (Exercise exercise : Catalogue.load(exercises)) {
            classPath.add(CompiledChecks.of(exercises, exercise.slug()).toString());
            stubs.add(
                    exercises.resolve(exercise.slug()).resolve("src/stub/java").toString());
        }
        classPath.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-proc:none",
                    "-g",
                    "--release",
                    "17",
                    "-cp",
                    String.join(File.pathSeparator, classPath),
                    "-sourcepath",
                    String.join(File.pathSeparator, stubs),
                    "-Xprefer:source",
                    "-implicit:none",
                    "-d",
                    classes.toString());
            boolean compiled = compiler.getTask(
                            messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!compiled) {
                throw new InvalidHiddenChecks("The hidden checks do not compile:\n" + messages);
            }
        }
    }

    /** Returns the check as students see it: a number. */
    static CheckSpec mask(CheckSpec spec, int number, int total) {
        return new CheckSpec(
                ID + number,
                spec.phase(),
                spec.checkClass(),
                spec.method(),
                "hidden check " + number + " of " + total,
                spec.points(),
                spec.on(),
                "",
                List.of());
    }

    /** Returns the result as students see it: no fault, no message, no line, no schedule. */
    static CheckResult mask(CheckSpec spec, CheckResult result) {
        if (!spec.id().startsWith(ID)) {
            return result;
        }
        List<Finding> findings = result.findings().stream()
                .<Finding>map(finding -> new Finding.ContractBroken(Fault.HIDDEN_CHECK, spec.title() + " failed", null))
                .limit(1)
                .toList();
        String note = result.note().isEmpty() ? "" : spec.title() + " could not be judged";
        return new CheckResult(result.id(), result.outcome(), findings, note, result.coverage(), result.millis());
    }
}
