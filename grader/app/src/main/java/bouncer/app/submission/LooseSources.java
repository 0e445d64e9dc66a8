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
 * The Java files of a submission outside the usual places: lying flat, in a directory of the student's own, or under the
 * name of a download ({@code ThreadSafeCounter (1).java}). Each belongs where its package line and its public type say.
 * Immutable.
 *
 * @param files every file that could be read, the least deep first
 * @param unreadable the others
 */
record LooseSources(List<Loose> files, List<Unreadable> unreadable) {
    private static final Pattern LEADING_NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
    private static final Set<String> NO_TYPES = Set.of("package-info", "module-info");
    private static final int LARGEST_SUM = 16 << 20;

    /**
     * One file.
     *
     * @param shown its path below the submission, for messages
     * @param depth how many directories lie above it
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

    /** A file that cannot be read, and why. */
    record Unreadable(Path path, Finding problem) {}

    /** Reads every Java file of a submission that lies where such files are looked for. */
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

    /** The type that a file declares; of a file without a public type, its name without what a download adds to it. */
    static String typeName(Path path, String text) {
        String type = PublicType.of(text);
        return type == null ? plainName(path) : type;
    }

    /** Whether this is a name that no compiler would accept for a public class, as that of a second download. */
    static boolean isOfDownload(Path path) {
        String name = baseName(path);
        return !LEADING_NAME.matcher(name).matches() && !NO_TYPES.contains(name);
    }

    /** A file's name without its ending and without what a download adds to it. */
    static String plainName(Path path) {
        Matcher leading = LEADING_NAME.matcher(baseName(path));
        return leading.find() ? leading.group() : baseName(path);
    }

    private static String baseName(Path path) {
        String name = path.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    /**
     * What was placed.
     *
     * @param files text by path below a source root
     * @param shown where they lie, by the same paths
     * @param ambiguous what is wrong with the paths that several different files claim
     */
    record Placed(SortedMap<String, String> files, Map<String, String> shown, SortedMap<String, Finding> ambiguous) {
        /** The source root in which a placed file lies as it should; empty when it lies in none. */
        String rootOf(String name) {
            String place = shown.getOrDefault(name, "");
            return place.endsWith("/" + name) ? place.substring(0, place.length() - name.length() - 1) : "";
        }
    }

    /**
     * Places the files of a package and of those below it. Of files that declare the same type, the least deep counts; of
     * several with different texts at the same depth, none does.
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

    /** Says that two files with different texts claim the same path. */
    static Finding twoVersions(String name, String first, String second) {
        return SourceFile.finding(
                first + " and " + second + " are different versions of " + name + ": hand in only one of them", name);
    }

    /** What keeps a file that has the wanted name from being placed; empty when no file has that name. */
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
