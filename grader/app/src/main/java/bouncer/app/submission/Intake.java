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
 * Extracts the files of an exercise from a submission. It follows no links and runs nothing. Files in the usual places
 * are taken as they are; if there are none, files in other places are assigned by their package declaration and public
 * class. Stateless.
 */
public final class Intake {
    private Intake() {}

    /**
     * Finds the files of an exercise.
     *
     * @param submission the directory of the submission; if it does not exist, nothing is found
     */
    public static Sources find(Path submission, Exercise exercise) {
        String home =
                exercise.files().get(0).substring(0, exercise.files().get(0).lastIndexOf('/'));
        List<Finding> obstacles = new ArrayList<>();
        for (Path root : Places.roots(submission, exercise.slug())) {
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
                    return read(submission, root, home, exercise);
                }
            } catch (IOException e) {
                String name = below(submission, directory);
                obstacles.add(SourceFile.finding(name + " cannot be read: permission denied", name));
            }
        }
        return obstacles.isEmpty() ? place(submission, home, exercise) : new Sources.Bad(obstacles);
    }

    /** Takes the files from other places, by what they declare. */
    private static Sources place(Path submission, String home, Exercise exercise) {
        LooseSources loose = LooseSources.of(submission);
        LooseSources.Placed placed = loose.ofPackage(home.replace('/', '.'));
        SortedMap<String, String> files = new TreeMap<>(placed.files());
        List<Finding> wrong = new ArrayList<>();
        for (String wanted : exercise.files()) {
            Finding ambiguous = placed.ambiguous().get(wanted);
            if (ambiguous != null) {
                wrong.add(ambiguous);
            } else if (!files.containsKey(wanted)) {
                wrong.addAll(loose.problemsOf(wanted));
            }
        }
        if (wrong.isEmpty() && !files.keySet().containsAll(exercise.files())) {
            return files.isEmpty()
                    ? new Sources.Absent()
                    : new Sources.Bad(List.of(missing(exercise.files().get(0), files.keySet())));
        }
        if (!wrong.isEmpty()) {
            return new Sources.Bad(wrong);
        }
        addOtherPackages(submission, submission, home, exercise, files);
        String root = placed.rootOf(exercise.files().get(0));
        return new Sources.Found(root, files, List.copyOf(placed.ambiguous().values()));
    }

    private static Sources read(Path submission, Path root, String home, Exercise exercise) throws IOException {
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
        if (!files.keySet().containsAll(exercise.files())) {
            LooseSources.Placed placed = LooseSources.of(submission).ofPackage(home.replace('/', '.'));
            placed.files().forEach((name, text) -> {
                if (!problems.containsKey(name) && files.putIfAbsent(name, text) == null) {
                    // The same file is not taken under the name that it has in the submission, too.
                    files.remove(below(root, submission.resolve(placed.shown().getOrDefault(name, name))));
                }
            });
        }
        List<Finding> wrong = new ArrayList<>();
        for (String wanted : exercise.files()) {
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
        addOtherPackages(submission, root, home, exercise, files);
        return new Sources.Found(below(submission, root), files, List.copyOf(problems.values()));
    }

    /** Takes a file such as {@code ThreadSafeCounter (1).java} in place of the file that it is a copy of. */
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

    /** Adds the packages of other exercises that this one may build on. The compiler uses only those it needs. */
    private static void addOtherPackages(
            Path submission, Path root, String home, Exercise exercise, SortedMap<String, String> files) {
        for (String name : exercise.packages()) {
            String path = name.replace('.', '/');
            if (path.equals(home)) {
                continue;
            }
            int before = files.size();
            for (Path place : otherRoots(submission, root)) {
                Path directory = place.resolve(path);
                try {
                    List<Path> found =
                            Places.linkOnTheWay(submission, directory).isEmpty()
                                    ? Places.sources(directory)
                                    : List.of();
                    for (Path file : found.subList(0, Math.min(found.size(), Places.MOST_FILES))) {
                        SourceFile source = SourceFile.read(file, below(place, file));
                        if (source.problem() == null) {
                            files.put(below(place, file), source.text());
                        }
                    }
                    if (!found.isEmpty()) {
                        break;
                    }
                } catch (IOException e) {
                    // An unreadable package is left out; the compiler reports what is missing.
                }
            }
            if (files.size() == before) {
                files.putAll(LooseSources.of(submission).ofPackage(name).files());
            }
        }
    }

    /** Returns the exercise's own source root, then those of the other exercises. */
    private static List<Path> otherRoots(Path submission, Path root) {
        List<Path> places = new ArrayList<>(List.of(root));
        for (Path parent : List.of(submission.resolve("exercises"), submission)) {
            try (DirectoryStream<Path> exercises = Files.newDirectoryStream(parent, "[0-9][0-9]-*")) {
                exercises.forEach(other -> places.add(other.resolve("src/main/java")));
            } catch (IOException e) {
                // The submission has another layout.
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
