package bouncer.app.grading;

import bouncer.app.catalogue.CheckSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * The class files of one exercise's checks and of their helpers. A worker gets them through its channel, so that a
 * submission finds no file of them. Immutable.
 *
 * @param classes by binary name with slashes
 * @param checkClasses the classes that hold checks, by binary name with slashes
 */
record ExerciseChecks(SortedMap<String, byte[]> classes, Set<String> checkClasses) {
    private static final String SUFFIX = ".class";

    ExerciseChecks {
        checkClasses = Set.copyOf(checkClasses);
    }

    /**
     * Reads the class files of an exercise's checks.
     *
     * @param specs the checks of the exercise, hidden ones among them
     * @param published the directory of the published checks
     * @param hidden the class files of the hidden checks of all exercises, by binary name with slashes; those in the
     *     packages of this exercise's checks are taken
     */
    static ExerciseChecks read(List<CheckSpec> specs, Path published, Map<String, byte[]> hidden) throws IOException {
        Set<String> checkClasses = new HashSet<>();
        Set<String> packages = new HashSet<>();
        for (CheckSpec spec : specs) {
            String name = spec.checkClass().replace('.', '/');
            checkClasses.add(name);
            packages.add(name.substring(0, name.lastIndexOf('/') + 1));
        }
        SortedMap<String, byte[]> classes = new TreeMap<>(hidden);
        classes.keySet().removeIf(name -> !packages.contains(name.substring(0, name.lastIndexOf('/') + 1)));
        classes.putAll(read(published));
        return new ExerciseChecks(classes, checkClasses);
    }

    /** Reads all class files of a directory, by binary name with slashes. */
    static SortedMap<String, byte[]> read(Path directory) throws IOException {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                String name = directory.relativize(file).toString().replace('\\', '/');
                classes.put(name.substring(0, name.length() - SUFFIX.length()), Files.readAllBytes(file));
            }
        }
        return classes;
    }

    /**
     * Writes the programs that a submission is to start as child processes: the classes with a {@code main} method, and
     * the class around them with all that is nested in it unless it holds checks.
     */
    void writePrograms(Path directory) throws IOException {
        Set<String> groups = new HashSet<>();
        for (Map.Entry<String, byte[]> each : classes.entrySet()) {
            if (isProgram(each.getValue())) {
                String outermost = outermost(each.getKey());
                groups.add(checkClasses.contains(outermost) ? each.getKey() : outermost);
            }
        }
        for (Map.Entry<String, byte[]> each : classes.entrySet()) {
            if (groups.contains(each.getKey()) || groups.contains(outermost(each.getKey()))) {
                Path file = directory.resolve(each.getKey() + SUFFIX);
                Files.createDirectories(file.getParent());
                Files.write(file, each.getValue());
            }
        }
    }

    private static String outermost(String name) {
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    private static boolean isProgram(byte[] classFile) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, ClassReader.SKIP_CODE);
        return node.methods.stream()
                .anyMatch(method -> method.name.equals("main")
                        && method.desc.equals("([Ljava/lang/String;)V")
                        && (method.access & Opcodes.ACC_STATIC) != 0);
    }
}
