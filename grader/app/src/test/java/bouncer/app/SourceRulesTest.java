package bouncer.app;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.catalogue.Catalogue;
import bouncer.app.catalogue.Exercise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Rules for source files: files are short, each package is described, and the grader names no exercise. */
class SourceRulesTest {
    private static final Path GRADER = Path.of("..");
    private static final List<String> MODULES = List.of("engine", "checks", "app");
    private static final int LONGEST = 400;

    /** Files that are too long, and are to be cut by job. */
    private static final Set<String> TO_BE_CUT = Set.of(
            "ForkJoinPool.java",
            "ForkJoinTask.java",
            "ThreadPoolExecutor.java",
            "MethodChanger.java",
            "Steps.java",
            "Execution.java",
            "ForkJoinPrograms.java",
            "ModelPrograms.java",
            "EnabledSet.java",
            "UnorderedCalls.java",
            "Unsafe.java");

    @Test
    void filesAreShort() throws IOException {
        List<Integer> lengths = new ArrayList<>();
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources()) {
            int lines = Files.readAllLines(file).size();
            lengths.add(lines);
            if (lines > LONGEST && !TO_BE_CUT.contains(file.getFileName().toString())) {
                tooLong.add(file + ": " + lines);
            }
        }
        lengths.sort(Integer::compare);
        assertThat(lengths).hasSizeGreaterThan(120);
        assertThat(tooLong).as("files of more than 400 lines").isEmpty();
        assertThat(lengths.get(lengths.size() * 9 / 10)).as("nine files in ten").isLessThanOrEqualTo(220);
        assertThat(lengths.get(lengths.size() / 2)).as("the typical file").isLessThanOrEqualTo(90);
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() throws IOException {
        Set<Path> packages = new TreeSet<>();
        for (Path file : sources()) {
            if (file.toString().contains("/src/main/java/".replace('/', java.io.File.separatorChar))) {
                packages.add(file.getParent());
            }
        }
        assertThat(packages).hasSizeGreaterThan(15);
        for (Path directory : packages) {
            assertThat(directory.resolve("package-info.java"))
                    .as("%s", directory)
                    .content()
                    .contains("@NullMarked")
                    .startsWith("/**");
        }
    }

    @Test
    void nothingInTheGraderNamesAnExercise() throws IOException {
        List<Exercise> exercises = Catalogue.load(Path.of("../../exercises"));
        assertThat(exercises).hasSizeGreaterThanOrEqualTo(4);
        Set<String> names = new TreeSet<>();
        for (Exercise exercise : exercises) {
            names.add(exercise.slug());
            names.add(exercise.className().substring(exercise.className().lastIndexOf('.') + 1));
        }
        List<String> found = new ArrayList<>();
        int[] strings = new int[1];
        for (Path file : classes()) {
            for (String text : strings(file)) {
                strings[0]++;
                names.stream()
                        .filter(name -> text.equals(name) || text.contains(name + ".") || text.contains("/" + name))
                        .forEach(name -> found.add(file + " says \"" + text + "\""));
            }
        }
        assertThat(strings[0]).as("strings seen").isGreaterThan(500);
        assertThat(found).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        return find("src", ".java");
    }

    private static List<Path> classes() throws IOException {
        return find("target/classes", ".class");
    }

    private static List<Path> find(String below, String ending) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> walk = Files.walk(GRADER.resolve(module).resolve(below))) {
                walk.filter(file -> file.toString().endsWith(ending)).forEach(files::add);
            }
        }
        return files;
    }

    private static List<String> strings(Path file) throws IOException {
        List<String> strings = new ArrayList<>();
        ClassVisitor visitor = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public FieldVisitor visitField(int access, String name, String type, String signature, Object value) {
                keep(value);
                return null;
            }

            @Override
            public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
                return new MethodVisitor(Opcodes.ASM9) {
                    @Override
                    public void visitLdcInsn(Object value) {
                        keep(value);
                    }

                    @Override
                    public void visitInvokeDynamicInsn(
                            String name, String type, org.objectweb.asm.Handle bootstrap, Object... arguments) {
                        for (Object argument : arguments) {
                            keep(argument);
                        }
                    }
                };
            }

            private void keep(Object value) {
                if (value instanceof String text) {
                    strings.add(text);
                }
            }
        };
        new ClassReader(Files.readAllBytes(file)).accept(visitor, ClassReader.SKIP_DEBUG);
        return strings;
    }
}
