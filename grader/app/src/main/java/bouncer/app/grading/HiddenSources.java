package bouncer.app.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The source files of hidden checks. A file that would silently check nothing is an error. Immutable.
 *
 * @param files every source file
 * @param bySlug the names of the check classes by exercise
 */
record HiddenSources(List<Path> files, Map<String, List<String>> bySlug) {
    private static final Pattern CHECKS_FOR = Pattern.compile("@ChecksFor\\(\\s*\"([^\"]*)\"");
    private static final Pattern CHECK = Pattern.compile("@(?:Contract|Explore|Stress|Timing)\\b");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

    /**
     * Finds the sources.
     *
     * @param directory with {@code <slug>/…/SomethingChecks.java}
     * @param slugs the slugs of all exercises
     * @throws InvalidHiddenChecks if a file is misplaced or misnamed, or there is no check
     */
    static HiddenSources in(Path directory, List<String> slugs) throws IOException {
        List<Path> files = new ArrayList<>();
        Map<String, List<String>> bySlug = new TreeMap<>();
        for (Path entry : list(directory)) {
            String slug = entry.getFileName().toString();
            if (Files.isRegularFile(entry) && slug.endsWith(".java")) {
                throw new InvalidHiddenChecks(
                        entry + " belongs to no exercise: move it to " + directory.resolve("<slug>/" + slug));
            } else if (Files.isDirectory(entry) && !slug.startsWith(".")) {
                if (!slugs.contains(slug)) {
                    throw new InvalidHiddenChecks(
                            entry + " is not the name of an exercise; these exist: " + String.join(", ", slugs));
                }
                List<Path> sources = sources(entry);
                files.addAll(sources);
                bySlug.put(slug, classes(entry, slug, sources));
            }
        }
        if (bySlug.isEmpty()) {
            throw new InvalidHiddenChecks(directory + " contains no hidden checks: put them into "
                    + directory.resolve("<slug>/SomethingChecks.java"));
        }
        return new HiddenSources(List.copyOf(files), Map.copyOf(bySlug));
    }

    private static List<String> classes(Path home, String slug, List<Path> sources) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path file : sources) {
            String text = Files.readString(file);
            Matcher named = CHECKS_FOR.matcher(text);
            boolean isChecks = named.find();
            if (isChecks && !named.group(1).equals(slug)) {
                throw new InvalidHiddenChecks(file + " is annotated @ChecksFor(\"" + named.group(1) + "\") but lies in "
                        + slug + ": make them the same");
            }
            boolean isNamedChecks = file.toString().endsWith("Checks.java");
            if (isChecks && !isNamedChecks) {
                throw new InvalidHiddenChecks(
                        file + " would be ignored: rename it so that its name ends with Checks.java");
            }
            if (isNamedChecks && !CHECK.matcher(text).find()) {
                throw new InvalidHiddenChecks(file + " declares no check: annotate a method with @Contract, @Explore,"
                        + " @Stress or @Timing, or rename the file so that its name does not end with Checks.java");
            }
            if (isNamedChecks) {
                names.add(className(file, text));
            }
        }
        if (names.isEmpty()) {
            throw new InvalidHiddenChecks(home + " contains no file whose name ends with Checks.java");
        }
        return List.copyOf(names);
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        }
    }

    private static List<Path> sources(Path home) throws IOException {
        try (Stream<Path> walk = Files.walk(home)) {
            return walk.filter(path ->
                            path.toString().endsWith(".java") && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    private static String className(Path file, String text) {
        String name = file.getFileName().toString().replace(".java", "");
        Matcher matcher = PACKAGE.matcher(text);
        return matcher.find() ? matcher.group(1) + "." + name : name;
    }
}
