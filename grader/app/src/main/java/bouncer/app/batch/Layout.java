package bouncer.app.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the submissions in a directory and whose they are: as GitHub Classroom clones them
 * ({@code locks-submissions/locks-ada}), as Classroom 50 downloads them
 * ({@code cs-locks_submissions_2026-11-24/cs-locks-ada}), as Moodle exports them
 * ({@code Ada Lovelace_123_assignsubmission_file_/x.zip}), or simply one directory or zip file a student. Stateless.
 */
final class Layout {
    private static final Pattern CLASSROOM = Pattern.compile("(.+)-submissions");
    private static final Pattern CLASSROOM50 = Pattern.compile("(.+)_submissions_.+");
    private static final Pattern MOODLE = Pattern.compile("(.+)_\\d+_assignsubmission_.*");

    private Layout() {}

    /** Lists the submissions in the order of their users; links are not followed. */
    static List<Submission> find(Path directory) throws IOException {
        Path outer = directory.toAbsolutePath().normalize();
        List<Path> entries = entries(outer);
        if (entries.size() == 1 && !prefix(entries.get(0)).isEmpty() && !isArchive(entries.get(0))) {
            outer = entries.get(0);
            entries = entries(outer);
        }
        String prefix = prefix(outer);
        List<Submission> found = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Path entry : entries) {
            String user = user(entry, prefix);
            int times = seen.merge(user, 1, Integer::sum);
            found.add(new Submission(times == 1 ? user : user + "-" + times, unwrap(entry)));
        }
        found.sort(Comparator.comparing(Submission::user));
        return found;
    }

    private static List<Path> entries(Path directory) throws IOException {
        try (Stream<Path> list = Files.list(directory)) {
            return list.filter(entry -> !entry.getFileName().toString().startsWith(".")
                            && !entry.getFileName().toString().equals("__MACOSX"))
                    .filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                            || (isArchive(entry) && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)))
                    .sorted()
                    .toList();
        }
    }

    private static String prefix(Path directory) {
        String name = String.valueOf(directory.getFileName());
        for (Pattern pattern : List.of(CLASSROOM50, CLASSROOM)) {
            Matcher matcher = pattern.matcher(name);
            if (matcher.matches()) {
                return matcher.group(1) + "-";
            }
        }
        return "";
    }

    private static String user(Path entry, String prefix) {
        String name = entry.getFileName().toString();
        if (isArchive(entry)) {
            name = name.substring(0, name.length() - ".zip".length());
        }
        Matcher moodle = MOODLE.matcher(name);
        if (moodle.matches()) {
            return moodle.group(1);
        }
        boolean ours = !prefix.isEmpty()
                && name.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT))
                && name.length() > prefix.length();
        return ours ? name.substring(prefix.length()) : name;
    }

    /** A directory that holds nothing but one archive stands for the archive. */
    private static Path unwrap(Path entry) throws IOException {
        if (isArchive(entry)) {
            return entry;
        }
        List<Path> inside = entries(entry);
        return inside.size() == 1 && isArchive(inside.get(0)) ? inside.get(0) : entry;
    }

    private static boolean isArchive(Path entry) {
        return entry.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }
}
