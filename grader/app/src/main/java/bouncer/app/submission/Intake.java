package bouncer.app.submission;

import bouncer.app.catalogue.Room;
import bouncer.checks.finding.Fault;
import bouncer.checks.finding.Finding;
import bouncer.checks.finding.Location;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes an exercise's own files out of a submission, and nothing else; follows no links. Stateless. */
public final class Intake {
    private static final long LARGEST = 1 << 20;
    private static final int MOST_FILES = 64;
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

    private Intake() {}

    /** Looks for the room's files in the places where a submission may keep them. */
    public static Sources find(Path submission, Room room) {
        List<Path> roots = List.of(
                submission.resolve("exercises").resolve(room.slug()).resolve("src/main/java"),
                submission.resolve(room.slug()).resolve("src/main/java"),
                submission.resolve("src/main/java"),
                submission);
        for (Path root : roots) {
            if (room.packages().stream().anyMatch(name -> holdsJava(root.resolve(name.replace('.', '/'))))) {
                return read(submission.relativize(root).toString().replace('\\', '/'), root, room);
            }
        }
        return new Sources.Absent();
    }

    private static boolean holdsJava(Path directory) {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.anyMatch(entry -> entry.toString().endsWith(".java"));
        } catch (IOException e) {
            return false;
        }
    }

    private static Sources read(String below, Path root, Room room) {
        SortedMap<String, String> files = new TreeMap<>();
        List<Finding> bad = new ArrayList<>();
        for (String name : room.packages()) {
            Path directory = root.resolve(name.replace('.', '/'));
            if (!holdsJava(directory)) {
                continue;
            }
            try (Stream<Path> entries = Files.list(directory)) {
                for (Path file : entries.filter(entry -> entry.toString().endsWith(".java"))
                        .sorted()
                        .limit(MOST_FILES)
                        .toList()) {
                    take(file, name.replace('.', '/') + "/" + file.getFileName(), name, files, bad);
                }
            } catch (IOException e) {
                bad.add(bad("The directory " + name + " cannot be read", name));
            }
        }
        for (String wanted : room.files()) {
            if (bad.isEmpty() && !files.containsKey(wanted)) {
                bad.add(bad("The file " + wanted + " is missing; found " + files.keySet(), wanted));
            }
        }
        return bad.isEmpty() ? new Sources.Found(below, files) : new Sources.Bad(bad);
    }

    private static void take(
            Path file, String name, String packageName, SortedMap<String, String> files, List<Finding> bad)
            throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            bad.add(bad(name + " is not a regular file", name));
        } else if (Files.size(file) > LARGEST) {
            bad.add(bad(name + " is larger than 1 MiB", name));
        } else {
            decode(Files.readAllBytes(file), name, packageName, files, bad);
        }
    }

    private static void decode(
            byte[] bytes, String name, String packageName, SortedMap<String, String> files, List<Finding> bad) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            bad.add(bad(name + " is not UTF-8 text: save it with the encoding UTF-8", name));
            return;
        }
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Matcher declared = PACKAGE.matcher(text);
        if (text.isBlank()) {
            bad.add(bad(name + " is empty", name));
        } else if (!declared.find()) {
            bad.add(bad(name + " declares no package; its first line must be: package " + packageName + ";", name));
        } else if (!declared.group(1).equals(packageName)) {
            bad.add(bad(name + " declares package " + declared.group(1) + " instead of " + packageName, name));
        } else {
            files.put(name, text);
        }
    }

    private static Finding bad(String message, String file) {
        return new Finding.Unusable(Fault.BAD_SOURCE, message, new Location(file, 0));
    }
}
