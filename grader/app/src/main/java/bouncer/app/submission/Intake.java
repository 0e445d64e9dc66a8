package bouncer.app.submission;

import bouncer.app.catalogue.Exercise;
import bouncer.checks.finding.Finding;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes an exercise's own files out of a submission, and nothing else; follows no links, runs nothing that lies there.
 * Stateless.
 */
public final class Intake {
    private Intake() {}

    /** Looks for the room's files in the places where a submission may keep them. */
    public static Sources find(Path submission, Exercise room) {
        String home = room.files().get(0).substring(0, room.files().get(0).lastIndexOf('/'));
        List<Finding> obstacles = new ArrayList<>();
        for (Path root : Places.roots(submission, room.slug())) {
            Path directory = root.resolve(home);
            for (Path link : Places.linkOnTheWay(submission, directory)) {
                String name = below(submission, link);
                obstacles.add(SourceFile.finding(
                        name + " is a symbolic link, and links are not followed: put the files themselves there",
                        name));
            }
            try {
                if (Places.linkOnTheWay(submission, directory).isEmpty()
                        && !Places.sources(directory).isEmpty()) {
                    return read(submission, root, home, room);
                }
            } catch (IOException e) {
                String name = below(submission, directory);
                obstacles.add(SourceFile.finding(name + " cannot be read: permission denied", name));
            }
        }
        if (obstacles.isEmpty()) {
            obstacles.addAll(misplaced(submission, room.files().get(0)));
        }
        return obstacles.isEmpty() ? new Sources.Absent() : new Sources.Bad(obstacles);
    }

    private static Sources read(Path submission, Path root, String home, Exercise room) throws IOException {
        List<Path> own = Places.sources(root.resolve(home));
        if (own.size() > Places.MOST_FILES) {
            return new Sources.Bad(List.of(SourceFile.finding(
                    home + " holds more than " + Places.MOST_FILES + " Java files, too many for an exercise", home)));
        }
        SortedMap<String, String> files = new TreeMap<>();
        List<Finding> wrong = new ArrayList<>();
        List<Finding> leftOut = new ArrayList<>();
        for (Path file : own) {
            String name = below(root, file);
            SourceFile source = SourceFile.read(file, name);
            if (source.problem() == null) {
                files.put(name, source.text());
            } else {
                (room.files().contains(name) ? wrong : leftOut).add(source.problem());
            }
        }
        for (String wanted : room.files()) {
            if (wrong.isEmpty() && !files.containsKey(wanted)) {
                wrong.add(missing(submission, root, wanted, own));
            }
        }
        if (!wrong.isEmpty()) {
            return new Sources.Bad(wrong);
        }
        borrow(submission, root, home, room, files);
        return new Sources.Found(below(submission, root), files, leftOut);
    }

    private static Finding missing(Path submission, Path root, String wanted, List<Path> own) {
        List<String> there = own.stream().map(file -> below(root, file)).toList();
        String found = there.stream()
                .filter(wanted::equalsIgnoreCase)
                .findFirst()
                .map(name -> "found " + name + ", which must be renamed (capitals count)")
                .orElse("found " + String.join(", ", there.subList(0, Math.min(8, there.size()))));
        List<Finding> elsewhere = misplaced(submission, wanted);
        boolean renamed = there.stream().anyMatch(wanted::equalsIgnoreCase);
        return renamed || elsewhere.isEmpty()
                ? SourceFile.finding("The file " + wanted + " is missing; " + found, wanted)
                : elsewhere.get(0);
    }

    private static List<Finding> misplaced(Path submission, String wanted) {
        String fileName = wanted.substring(wanted.lastIndexOf('/') + 1);
        return Places.elsewhere(submission, fileName).stream()
                .limit(1)
                .map(place -> {
                    String name = below(submission, place);
                    return SourceFile.finding(
                            "The file " + wanted + " is missing; found " + name + ", which must be moved: its package "
                                    + "says that it lies in a directory "
                                    + wanted.substring(0, wanted.lastIndexOf('/')),
                            name);
                })
                .toList();
    }

    /** Packages of other exercises that this one may build on; the compiler takes of them what it needs. */
    private static void borrow(
            Path submission, Path root, String home, Exercise room, SortedMap<String, String> files) {
        for (String name : room.packages()) {
            String path = name.replace('.', '/');
            if (path.equals(home)) {
                continue;
            }
            for (Path place : lenders(submission, root)) {
                Path directory = place.resolve(path);
                try {
                    List<Path> lent = Places.linkOnTheWay(submission, directory).isEmpty()
                            ? Places.sources(directory)
                            : List.of();
                    for (Path file : lent.subList(0, Math.min(lent.size(), Places.MOST_FILES))) {
                        SourceFile source = SourceFile.read(file, below(place, file));
                        if (source.problem() == null) {
                            files.put(below(place, file), source.text());
                        }
                    }
                    if (!lent.isEmpty()) {
                        break;
                    }
                } catch (IOException e) {
                    // What cannot be read cannot be lent; the compiler says what is missing.
                }
            }
        }
    }

    /** The exercise's own source root first, then those of the other exercises. */
    private static List<Path> lenders(Path submission, Path root) {
        List<Path> places = new ArrayList<>(List.of(root));
        for (Path parent : List.of(submission.resolve("exercises"), submission)) {
            try (DirectoryStream<Path> rooms = Files.newDirectoryStream(parent, "[0-9][0-9]-*")) {
                rooms.forEach(other -> places.add(other.resolve("src/main/java")));
            } catch (IOException e) {
                // Not laid out that way.
            }
        }
        places.add(submission.resolve("src/main/java"));
        places.add(submission);
        return places.stream()
                .filter(place -> Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    private static String below(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
