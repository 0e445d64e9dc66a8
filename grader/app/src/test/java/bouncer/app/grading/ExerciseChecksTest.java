package bouncer.app.grading;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.catalogue.CheckSpec;
import bouncer.checks.On;
import bouncer.checks.result.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Tests which class files a worker receives, and which of them a submission's child processes can see. */
class ExerciseChecksTest {
    @TempDir
    private Path home;

    @Test
    void aWorkerGetsTheChecksOfItsOwnExerciseOnly() throws IOException {
        ExerciseChecks checks = checks();
        assertThat(checks.classes().keySet())
                .containsExactly(
                        "processes/Hidden",
                        "processes/Hidden$Child",
                        "processes/Programs",
                        "processes/Programs$Echo",
                        "processes/PublishedChecks");
    }

    @Test
    void onlyProgramsAreWrittenToFilesAndNoClassThatHoldsChecks() throws IOException {
        Path programs = Files.createDirectory(home.resolve("programs"));
        checks().writePrograms(programs);
        try (Stream<Path> files = Files.walk(programs)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> programs.relativize(file).toString()))
                    .containsExactlyInAnyOrder(
                            "processes/Programs.class",
                            "processes/Programs$Echo.class",
                            "processes/Hidden$Child.class");
        }
    }

    private ExerciseChecks checks() throws IOException {
        Path published = home.resolve("published");
        Path hidden = home.resolve("hidden");
        write(published, "processes/PublishedChecks", false);
        write(published, "processes/Programs", false);
        write(published, "processes/Programs$Echo", true);
        write(hidden, "processes/Hidden", false);
        write(hidden, "processes/Hidden$Child", true);
        write(hidden, "counter/HiddenChecks", false);
        List<CheckSpec> specs = List.of(spec("processes.PublishedChecks"), spec("processes.Hidden"));
        return ExerciseChecks.read(specs, published, ExerciseChecks.read(hidden));
    }

    private static CheckSpec spec(String checkClass) {
        return new CheckSpec(
                checkClass + "#check", Phase.CONTRACT, checkClass, "check", "a check", 1, On.PLATFORM, "", List.of());
    }

    private static void write(Path directory, String name, boolean program) throws IOException {
        ClassWriter type = new ClassWriter(0);
        type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        if (program) {
            type.visitMethod(
                    Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_NATIVE,
                    "main",
                    "([Ljava/lang/String;)V",
                    null,
                    null);
        }
        Path file = directory.resolve(name + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, type.toByteArray());
    }
}
