package bouncer.app.submission;

import bouncer.app.catalogue.Exercise;
import bouncer.checks.result.Finding;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes an exercise's own files out of a submission, and nothing else; follows no links, runs nothing that lies there.
 * Files in the usual places are taken as they lie; when there are none, those that lie elsewhere are placed by their
 * package line and their public class. Stateless.
 */
public final class Intake {
    private Intake() {}

    /**
     * Finds the files of an exercise.
     *
     * @param submission a directory; one that does not exist holds nothing
     */
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
        return obstacles.isEmpty() ? place(submission, home, room) : new Sources.Bad(obstacles);
    }

    /** Takes the files from wherever they lie, by what they declare. */
    private static Sources place(Path submission, String home, Exercise room) {
        LooseSources loose = LooseSources.of(submission);
        LooseSources.Placed placed = loose.ofPackage(home.replace('/', '.'));
        SortedMap<String, String> files = new TreeMap<>(placed.files());
        List<Finding> wrong = new ArrayList<>();
        for (String wanted : room.files()) {
            Finding ambiguous = placed.ambiguous().get(wanted);
            if (ambiguous != null) {
                wrong.add(ambiguous);
            } else if (!files.containsKey(wanted)) {
                wrong.addAll(loose.problemsOf(wanted));
            }
        }
        if (wrong.isEmpty() && !files.keySet().containsAll(room.files())) {
            return files.isEmpty()
                    ? new Sources.Absent()
                    : new Sources.Bad(List.of(missing(room.files().get(0), files.keySet())));
        }
        if (!wrong.isEmpty()) {
            return new Sources.Bad(wrong);
        }
        borrow(submission, submission, home, room, files);
        String root = placed.rootOf(room.files().get(0));
        return new Sources.Found(root, files, List.copyOf(placed.ambiguous().values()));
    }

    private static Sources read(Path submission, Path root, String home, Exercise room) throws IOException {
        List<Path> own = Places.sources(root.resolve(home));
        if (own.size() > Places.MOST_FILES) {
            return new Sources.Bad(List.of(SourceFile.finding(
                    home + " holds more than " + Places.MOST_FILES + " Java files, too many for an exercise", home)));
        }
        SortedMap<String, String> files = new TreeMap<>();
        SortedMap<String, Finding> problems = new TreeMap<>();
        for (Path file : own) {
            if (!LooseSources.isOfDownload(file)) {
                String name = below(root, file);
                SourceFile source = SourceFile.read(file, name);
                if (source.problem() == null) {
                    files.put(name, source.text());
                } else {
                    problems.put(name, source.problem());
                }
            }
        }
        for (Path file : own) {
            if (LooseSources.isOfDownload(file)) {
                takeDownload(root, file, files, problems);
            }
        }
        if (!files.keySet().containsAll(room.files())) {
            LooseSources.of(submission)
                    .ofPackage(home.replace('/', '.'))
                    .files()
                    .forEach((name, text) -> {
                        if (!problems.containsKey(name)) {
                            files.putIfAbsent(name, text);
                        }
                    });
        }
        List<Finding> wrong = new ArrayList<>();
        for (String wanted : room.files()) {
            Finding problem = problems.remove(wanted);
            if (problem != null) {
                wrong.add(problem);
            } else if (!files.containsKey(wanted)) {
                List<String> there = own.stream().map(file -> below(root, file)).toList();
                List<Finding> elsewhere = LooseSources.of(submission).problemsOf(wanted);
                wrong.add(elsewhere.isEmpty() ? missing(wanted, there) : elsewhere.get(0));
            }
        }
        if (!wrong.isEmpty()) {
            return new Sources.Bad(wrong);
        }
        borrow(submission, root, home, room, files);
        return new Sources.Found(below(submission, root), files, List.copyOf(problems.values()));
    }

    /** Takes a file such as {@code ThreadSafeCounter (1).java} in place of the file it is a copy of. */
    private static void takeDownload(
            Path root, Path file, SortedMap<String, String> files, SortedMap<String, Finding> problems) {
        String found = below(root, file);
        SourceFile source = SourceFile.readAnywhere(file, found);
        Path plain = file.resolveSibling(LooseSources.typeName(file, source.text()) + ".java");
        String name = below(root, plain);
        Finding problem = source.problem() == null
                ? SourceFile.inPackage(source.text(), name).problem()
                : source.problem();
        if (problem == null && !source.text().equals(files.getOrDefault(name, source.text()))) {
            problem = LooseSources.twoVersions(name, name, found);
        }
        if (problem == null) {
            files.put(name, source.text());
        } else {
            problems.putIfAbsent(name, problem);
        }
    }

    private static Finding missing(String wanted, Collection<String> there) {
        String found = there.stream()
                .filter(wanted::equalsIgnoreCase)
                .findFirst()
                .map(name -> "found " + name + ", which must be renamed (capitals count)")
                .orElse("found " + String.join(", ", there.stream().limit(8).toList()));
        return SourceFile.finding("The file " + wanted + " is missing; " + found, wanted);
    }

    /** Packages of other exercises that this one may build on; the compiler takes of them what it needs. */
    private static void borrow(
            Path submission, Path root, String home, Exercise room, SortedMap<String, String> files) {
        for (String name : room.packages()) {
            String path = name.replace('.', '/');
            if (path.equals(home)) {
                continue;
            }
            int before = files.size();
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
            if (files.size() == before) {
                files.putAll(LooseSources.of(submission).ofPackage(name).files());
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
