package bouncer.app.batch;

import bouncer.app.catalogue.Exercise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The submissions in the directory of a class: as GitHub Classroom clones them ({@code locks-submissions/locks-ada}),
 * as Classroom 50 downloads them ({@code cs-locks_submissions_2026-11-24/cs-locks-ada}), as Gradescope exports them
 * ({@code assignment_1_export/submission_2}), with the names that Moodle, Canvas, Blackboard and Brightspace give to
 * downloads (see {@link StudentName}), or one directory, archive or Java file for each student. Immutable.
 *
 * @param submissions one for each student, sorted by name
 * @param leftOut the names of the entries that the platforms add and that belong to no student
 */
record Layout(List<Submission> submissions, List<String> leftOut) {
    private static final Pattern CLASSROOM = Pattern.compile("(.+)-submissions");
    private static final Pattern CLASSROOM50 = Pattern.compile("(.+)_submissions_.+");
    private static final Pattern GRADESCOPE = Pattern.compile("assignment_\\d+_export");
    private static final Set<String> OF_PLATFORMS =
            Set.of("submission_metadata.yml", "index.html", "grades.csv", "grades.xls", "__MACOSX");

    Layout {
        submissions = List.copyOf(submissions);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Lists the submissions. Links are not followed; an entry that cannot be read becomes a submission with the reason.
     *
     * @param directory the directory of the class
     * @param exercises the exercises, whose directories are not taken for students
     * @throws IOException if the directory itself cannot be listed
     */
    static Layout find(Path directory, List<Exercise> exercises) throws IOException {
        Path outer = directory.toAbsolutePath().normalize();
        List<Path> entries = entries(outer);
        if (entries.size() == 1 && isClass(entries.get(0))) {
            outer = entries.get(0);
            entries = entries(outer);
        }
        if (entries.size() == 1 && mayBeClass(entries.get(0), exercises)) {
            Path inner = entries.get(0);
            String name = String.valueOf(inner.getFileName());
            String refused = name + " is the only entry, and holds several directories or archives. If they are the"
                    + " students', run bouncer batch on " + name + "; if it is one student's, run bouncer grade on it";
            return new Layout(List.of(new Submission(name, fileName(name), entries, refused)), List.of());
        }
        String prefix = prefix(outer);
        List<String> leftOut = new ArrayList<>();
        Map<String, Student> students = new LinkedHashMap<>();
        for (Path entry : entries) {
            String name = entry.getFileName().toString();
            if (OF_PLATFORMS.contains(name)) {
                leftOut.add(name);
                continue;
            }
            StudentName student = StudentName.of(name);
            // Only the platform's number shows that several entries belong to one student.
            String key = student.isOfPlatform() ? student.user() + "\0" + student.id() : "\0" + name;
            String user = student.isOfPlatform() ? student.user() : withoutPrefix(student.user(), prefix);
            students.computeIfAbsent(key, same -> new Student(user, student.id(), new ArrayList<>()))
                    .entries()
                    .add(entry);
        }
        return new Layout(submissions(List.copyOf(students.values())), leftOut);
    }

    private static List<Submission> submissions(List<Student> students) {
        Map<String, Integer> namesakes = new HashMap<>();
        students.forEach(student -> namesakes.merge(student.user(), 1, Integer::sum));
        Set<String> taken = new TreeSet<>();
        Map<String, Student> byUser = new LinkedHashMap<>();
        // A unique name stays as it is, even if it looks like a numbered one.
        students.stream()
                .filter(student -> namesakes.getOrDefault(student.user(), 1) == 1)
                .forEach(student -> {
                    taken.add(student.user());
                    byUser.put(student.user(), student);
                });
        for (Student student : students) {
            if (namesakes.getOrDefault(student.user(), 1) > 1) {
                byUser.put(unique(student, taken), student);
            }
        }
        Map<String, String> fileNames = FileNames.of(byUser.keySet());
        List<Submission> found = new ArrayList<>();
        byUser.forEach((user, student) -> {
            List<Path> parts = student.ofLastAttempt();
            String refused = Student.refusal(parts);
            found.add(new Submission(user, fileNames.getOrDefault(user, user), parts, refused));
        });
        found.sort(Comparator.comparing(Submission::user));
        return found;
    }

    /**
     * Returns a unique name for one of several students with the same name: with the platform's number, or else with a
     * counter.
     */
    private static String unique(Student student, Set<String> taken) {
        boolean hasNumber = student.id().matches("\\d+");
        String first = hasNumber ? student.user() + " (" + student.id() + ")" : student.user();
        String name = first;
        for (int i = 2; !taken.add(name); i++) {
            name = first + "-" + i;
        }
        return name;
    }

    private static List<Path> entries(Path directory) throws IOException {
        try (Stream<Path> list = Files.list(directory)) {
            return list.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isClass(Path entry) {
        boolean named = !prefix(entry).isEmpty()
                || GRADESCOPE.matcher(entry.getFileName().toString()).matches();
        return named && Student.isDirectory(entry);
    }

    /** Returns true if a directory looks like that of a class, so that it must not be graded as one submission. */
    private static boolean mayBeClass(Path entry, List<Exercise> exercises) throws IOException {
        if (!Student.isDirectory(entry) || !Files.isReadable(entry)) {
            return false;
        }
        List<Path> inside = entries(entry);
        Set<String> ofExercises = new TreeSet<>(Set.of("src", "exercises"));
        for (Exercise exercise : exercises) {
            ofExercises.add(exercise.slug());
            exercise.packages().forEach(name -> ofExercises.add(name.replaceAll("\\..*", "")));
        }
        boolean usual = inside.stream()
                .anyMatch(path -> Student.isJava(path) || ofExercises.contains(String.valueOf(path.getFileName())));
        return !usual
                && inside.stream()
                                .filter(path -> Student.isDirectory(path)
                                        || ArchiveType.of(path).isPresent())
                                .count()
                        > 1;
    }

    private static String fileName(String user) {
        return FileNames.of(List.of(user)).getOrDefault(user, user);
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

    private static String withoutPrefix(String name, String prefix) {
        boolean ours = !prefix.isEmpty()
                && name.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT))
                && name.length() > prefix.length();
        return ours ? name.substring(prefix.length()) : name;
    }
}
