package bouncer.app.submission;

import bouncer.checks.result.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Java files of a submission outside the usual places: at the top level, in the student's own directories, or under
 * the name of a download ({@code ThreadSafeCounter (1).java}). Each belongs where its package declaration and public
 * type say. Immutable.
 *
 * @param files every file that could be read, in order of depth
 * @param unreadable the files that could not be read
 */
record LooseSources(List<Loose> files, List<Unreadable> unreadable) {
    private static final Pattern LEADING_NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
    private static final Set<String> NO_TYPES = Set.of("package-info", "module-info");
    private static final int LARGEST_SUM = 16 << 20;

    /**
     * A file that was read.
     *
     * @param path where it is
     * @param shown its path below the submission, for messages
     * @param depth the number of directories above it in the submission
     * @param text its content
     * @param packageName the declared package, or null
     * @param typeName the name that its file must have, without the ending
     */
    record Loose(
            Path path,
            String shown,
            int depth,
            String text,
            @Nullable String packageName,
            String typeName) {}

    /**
     * A file that cannot be read.
     *
     * @param path where it is
     * @param problem why it cannot be read
     */
    record Unreadable(Path path, Finding problem) {}

    /**
     * Reads the Java files of a submission outside the directories that are not searched. See {@link
     * Places#everywhere}.
     */
    static LooseSources of(Path submission) {
        List<Loose> files = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        int sum = 0;
        for (Path path : Places.everywhere(submission)) {
            if (NO_TYPES.contains(baseName(path)) || sum > LARGEST_SUM) {
                continue;
            }
            String shown = submission.relativize(path).toString().replace('\\', '/');
            SourceFile source = SourceFile.readAnywhere(path, shown);
            Finding problem = source.problem();
            if (problem == null) {
                String text = source.text();
                sum += text.length();
                int depth = path.getNameCount() - submission.getNameCount() - 1;
                files.add(new Loose(path, shown, depth, text, PackageLine.of(text), typeName(path, text)));
            } else {
                unreadable.add(new Unreadable(path, problem));
            }
        }
        return new LooseSources(files, unreadable);
    }

    /** Returns the name of the type that a file declares, or if it has no public type, its {@link #plainName}. */
    static String typeName(Path path, String text) {
        String type = PublicType.of(text);
        return type == null ? plainName(path) : type;
    }

    /** Returns true if the file name is not that of a public class, like the name of a second download. */
    static boolean isOfDownload(Path path) {
        String name = baseName(path);
        return !LEADING_NAME.matcher(name).matches() && !NO_TYPES.contains(name);
    }

    /** Returns a file's name without its ending and without additions of a browser, such as {@code (1)}. */
    static String plainName(Path path) {
        Matcher leading = LEADING_NAME.matcher(baseName(path));
        return leading.find() ? leading.group() : baseName(path);
    }

    private static String baseName(Path path) {
        String name = path.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    /**
     * The files of a package.
     *
     * @param files texts by path below a source root
     * @param shown the path of each file below the submission, by the same keys
     * @param ambiguous a finding for each path that several different files claim
     */
    record Placed(SortedMap<String, String> files, Map<String, String> shown, SortedMap<String, Finding> ambiguous) {
        /** Returns the source root that contains a placed file, or an empty string if it is in none. */
        String rootOf(String name) {
            String place = shown.getOrDefault(name, "");
            return place.endsWith("/" + name) ? place.substring(0, place.length() - name.length() - 1) : "";
        }
    }

    /**
     * Assigns the files of a package and its subpackages to their paths. If several files declare the same type, the
     * one at the smallest depth counts; if files at that depth differ, none does.
     */
    Placed ofPackage(String packageName) {
        Map<String, Loose> chosen = new TreeMap<>();
        SortedMap<String, Finding> ambiguous = new TreeMap<>();
        for (Loose file : files) {
            String declared = file.packageName();
            if (declared == null || !(declared + ".").startsWith(packageName + ".")) {
                continue;
            }
            String name = declared.replace('.', '/') + "/" + file.typeName() + ".java";
            Loose first = chosen.putIfAbsent(name, file);
            if (first != null && first.depth() == file.depth() && !first.text().equals(file.text())) {
                ambiguous.putIfAbsent(name, twoVersions(name, first.shown(), file.shown()));
            }
        }
        SortedMap<String, String> placed = new TreeMap<>();
        Map<String, String> shown = new TreeMap<>();
        chosen.forEach((name, file) -> {
            if (placed.size() < Places.MOST_FILES && !ambiguous.containsKey(name)) {
                placed.put(name, file.text());
                shown.put(name, file.shown());
            }
        });
        return new Placed(placed, shown, ambiguous);
    }

    /** Returns the finding that two files with different texts claim the same path. */
    static Finding twoVersions(String name, String first, String second) {
        return SourceFile.finding(
                first + " and " + second + " are different versions of " + name + ": hand in only one of them", name);
    }

    /** Returns why a file with the wanted name cannot be placed; empty if no file has that name. */
    List<Finding> problemsOf(String wanted) {
        String name = wanted.substring(wanted.lastIndexOf('/') + 1, wanted.lastIndexOf('.'));
        String home = wanted.substring(0, wanted.lastIndexOf('/')).replace('/', '.');
        for (Loose file : files) {
            if (file.typeName().equals(name) && !home.equals(file.packageName())) {
                return List.of(SourceFile.finding(
                        file.shown()
                                + (file.packageName() == null
                                        ? " declares no package; it must begin with: package " + home + ";"
                                        : " declares package " + file.packageName() + "; for this exercise it must be: "
                                                + "package " + home + ";"),
                        file.shown()));
            }
            if (home.equals(file.packageName()) && file.typeName().equalsIgnoreCase(name)) {
                return List.of(SourceFile.finding(
                        "The class " + name + " is missing; found " + file.typeName() + " in " + file.shown()
                                + ", which must be renamed (capitals count)",
                        file.shown()));
            }
        }
        return unreadable.stream()
                .filter(file -> plainName(file.path()).equalsIgnoreCase(name))
                .map(Unreadable::problem)
                .limit(1)
                .toList();
    }
}
