package bouncer.app.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bouncer.app.catalogue.Catalogue;
import bouncer.app.catalogue.Exercise;
import bouncer.checks.result.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of every kind in the place of an exercise's file: they are accepted, or the student gets advice. */
class IntakeTest {
    private static final Exercise ROOM = Catalogue.load(Path.of("../../exercises")).stream()
            .filter(exercise -> exercise.slug().equals("04-counter"))
            .findFirst()
            .orElseThrow();
    private static final String CODE = "package counter;\n\npublic class ThreadSafeCounter {}\n";
    private static final String FILE = "counter/ThreadSafeCounter.java";

    @TempDir
    private Path submission;

    @ParameterizedTest
    @ValueSource(strings = {"", "src/main/java/", "04-counter/src/main/java/", "exercises/04-counter/src/main/java/"})
    void eachUsualPlaceIsFound(String root) throws IOException {
        write(root + FILE, CODE);
        Sources.Found found = found();
        assertThat(found.files()).containsOnlyKeys(FILE).containsValue(CODE);
        assertThat(found.root() + (root.isEmpty() ? "" : "/")).isEqualTo(root);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFpackage counter; class A {}",
                "package counter;\r\n\r\nclass A {}\r\n",
                "// package other;\n/* package other; */ package counter; class A {}",
                "/** ä ö ü 🔒 */\npackage  counter ;\nclass A {}",
                "p\\u0061ckage counter; class A {}",
                "package/**/counter; class A {}"
            })
    void anyEditorsFileIsTaken(String text) throws IOException {
        write(FILE, text);
        assertThat(found().files().get(FILE)).isEqualTo(text.replace("\uFEFF", ""));
    }

    @Test
    void helpersAreTakenAndOtherFilesAreNot() throws IOException {
        write(FILE, CODE);
        write("counter/Helper.java", "package counter; class Helper {}");
        write("counter/Broken.java", "package other; class Broken {}");
        write("counter/notes.txt", "notes");
        write("module-info.java", "module m {}");
        write("other/Other.java", "package other; class Other {}");
        write("pom.xml", "<project/>");
        Sources.Found found = found();
        assertThat(found.files()).containsOnlyKeys(FILE, "counter/Helper.java");
        assertThat(found.leftOut()).singleElement().satisfies(finding -> says(finding, "declares package other"));
    }

    @Test
    void nothingThereIsAbsent() throws IOException {
        assertThat(Intake.find(submission, ROOM)).isInstanceOf(Sources.Absent.class);
        write("README.md", "hello");
        assertThat(Intake.find(submission, ROOM)).isInstanceOf(Sources.Absent.class);
        assertThat(Intake.find(submission.resolve("nowhere"), ROOM)).isInstanceOf(Sources.Absent.class);
    }

    @Test
    void aWrongPackageIsNamed() throws IOException {
        write(FILE, "package elsewhere;\nclass A {}");
        refused("declares package elsewhere", "package counter;");
    }

    @Test
    void noPackageIsNamed() throws IOException {
        write(FILE, "public class ThreadSafeCounter {}");
        refused("declares no package", "package counter;");
    }

    @Test
    void aWrongNameIsNamed() throws IOException {
        write("counter/MyCounter.java", "package counter; class MyCounter {}");
        refused(FILE + " is missing", "found counter/MyCounter.java");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ThreadSafeCounter.java",
                "ThreadSafeCounter (1).java",
                "hoppergrace_LATE_12346_67891_ThreadSafeCounter-1.java",
                "MyProject/src/counter/ThreadSafeCounter.java",
                "04-counter/ThreadSafeCounter.java",
                "counter/ThreadSafeCounter (1).java"
            })
    void aFileIsPlacedByItsPackageLineAndItsPublicClass(String name) throws IOException {
        write(name, CODE);
        assertThat(found().files()).containsOnlyKeys(FILE).containsValue(CODE);
    }

    @Test
    void aSourceRootInAnUnusualPlaceIsNamed() throws IOException {
        write("MyProject/src/counter/ThreadSafeCounter.java", CODE);
        assertThat(found().root()).isEqualTo("MyProject/src");
    }

    @Test
    void thePublicTypeIsFoundDespiteCommentsLiteralsAndEscapes() {
        assertThat(PublicType.of("""
                /* public class Comment {} */ class First { public static class Inner {} String s = "}"; char c = '}'; }
                // public class Line
                final class Text { String t = \"""
                    } public class Quoted { \\\"""
                    \"""; }
                @Deprecated public final \\u0063lass Right<T> extends Object { }
                """)).isEqualTo("Right");
        assertThat(PublicType.of("package a; public sealed interface Shape permits A {}"))
                .isEqualTo("Shape");
        assertThat(PublicType.of("package a; class Own {}")).isNull();
        assertThat(PublicType.of("\"never closed")).isNull();
    }

    @Test
    void aFlatHelperIsTakenAndFilesOfOtherExercisesAreNot() throws IOException {
        write("ThreadSafeCounter.java", CODE);
        write("Cell.java", "package counter;\nclass Cell {}");
        write("Mutex.java", "package mutex;\npublic class Mutex {}");
        write("Notes.java", "public class Notes {}");
        write("target/ThreadSafeCounter.java", CODE + "// old");
        write("package-info.java", "package counter;");
        assertThat(found().files()).containsOnlyKeys(FILE, "counter/Cell.java");
    }

    @Test
    void theLeastDeepOfSeveralCopiesCounts() throws IOException {
        write("old/ThreadSafeCounter.java", CODE + "// old");
        write("ThreadSafeCounter.java", CODE);
        assertThat(found().files().get(FILE)).isEqualTo(CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ThreadSafeCounter", "a/ThreadSafeCounter", "counter/ThreadSafeCounter"})
    void twoDifferentVersionsAreAmbiguousAndTwoEqualOnesAreNot(String name) throws IOException {
        write(name + ".java", CODE);
        String second = name.startsWith("a/") ? "b/ThreadSafeCounter.java" : name + " (1).java";
        write(second, CODE);
        assertThat(found().files()).containsOnlyKeys(FILE);
        write(second, CODE + "// changed");
        refused("different versions of " + FILE, name + ".java", second, "hand in only one of them");
    }

    @Test
    void aFlatFileThatCannotBePlacedIsNamed() throws IOException {
        write("ThreadSafeCounter.java", "public class ThreadSafeCounter {}");
        refused("ThreadSafeCounter.java declares no package", "package counter;");
        write("ThreadSafeCounter.java", "package elsewhere; public class ThreadSafeCounter {}");
        refused("declares package elsewhere", "package counter;");
        write("ThreadSafeCounter.java", "package counter; public class ThreadsafeCounter {}");
        refused("ThreadSafeCounter is missing", "found ThreadsafeCounter", "capitals count");
        write("ThreadSafeCounter.java", "package counter; public class Counter {}");
        refused(FILE + " is missing", "found counter/Counter.java");
        write("ThreadSafeCounter.java", "");
        refused("is empty");
    }

    @Test
    void aFlatFileBesideThePackageOfAHelperIsTaken() throws IOException {
        write("counter/Helper.java", "package counter; class Helper {}");
        write("ThreadSafeCounter.java", CODE);
        assertThat(found().files()).containsOnlyKeys(FILE, "counter/Helper.java");
    }

    @Test
    void theEightReferencesHandedInFlatAreTakenAsIfInPlace() throws IOException {
        List<Exercise> exercises = Catalogue.load(Path.of("../../exercises"));
        Path flat = submission.resolve("flat");
        for (Exercise exercise : exercises) {
            for (String file : exercise.files()) {
                Path reference = Path.of("../../solutions", exercise.slug(), "reference", file);
                write("flat/" + reference.getFileName(), Files.readString(reference));
                write("placed/" + exercise.slug() + "/src/main/java/" + file, Files.readString(reference));
            }
        }
        for (Exercise exercise : exercises) {
            Sources placed = Intake.find(submission.resolve("placed"), exercise);
            assertThat(Intake.find(flat, exercise)).isEqualTo(withoutRoot(placed));
        }
    }

    private static Sources withoutRoot(Sources sources) {
        Sources.Found found = (Sources.Found) sources;
        return new Sources.Found("", found.files(), found.leftOut());
    }

    @Test
    void anEmptyFileIsNamed() throws IOException {
        write(FILE, "");
        refused("is empty");
        write(FILE, " \r\n\t");
        refused("is empty");
    }

    @Test
    void bytesThatAreNotTextAreNamed() throws IOException {
        write(FILE, CODE + "// ä");
        Files.write(submission.resolve(FILE), (CODE + "// ä").getBytes(StandardCharsets.ISO_8859_1));
        refused("is not UTF-8");
        Files.write(submission.resolve(FILE), CODE.getBytes(StandardCharsets.UTF_16));
        refused("is not UTF-8");
        write(FILE, CODE + "\0");
        refused("zero bytes");
    }

    @Test
    void aHugeFileIsNotReadToItsEnd() throws IOException {
        write(FILE, CODE + "//".repeat(1 << 20));
        refused("larger than 1 MiB");
    }

    @Test
    void tooManyFilesAreTooMany() throws IOException {
        write(FILE, CODE);
        for (int i = 0; i < 201; i++) {
            write("counter/A" + i + ".java", "package counter;");
        }
        refused("more than 200 Java files");
    }

    @Test
    void aDirectoryInPlaceOfTheFile() throws IOException {
        Files.createDirectories(submission.resolve(FILE));
        refused("is a directory, not a file");
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path outside = Files.writeString(submission.resolve("secret.txt"), CODE);
        Files.createDirectories(submission.resolve("counter"));
        link(submission.resolve(FILE), outside);
        refused("is a symbolic link");
    }

    @Test
    void aLinkedDirectoryIsNotFollowed() throws IOException {
        write("away/ThreadSafeCounter.java", CODE);
        link(submission.resolve("counter"), submission.resolve("away"));
        refused("counter is a symbolic link");
    }

    @Test
    void aLinkToItselfEndsTheWalk() throws IOException {
        link(submission.resolve("loop"), submission);
        assertThat(Intake.find(submission, ROOM)).isInstanceOf(Sources.Absent.class);
    }

    @Test
    void aPipeIsNotOpened() throws Exception {
        Files.createDirectories(submission.resolve("counter"));
        assumeTrue(makePipe(submission.resolve(FILE)), "this system has no mkfifo");
        refused("is not a regular file");
    }

    @Test
    void namesAreShownWithoutControlCharacters() throws IOException {
        String name = "counter/A\u001b[31m\u202e.java";
        try {
            write(name, "package counter;");
        } catch (FileSystemException | java.nio.file.InvalidPathException e) {
            assumeTrue(false, "this system has no such names");
        }
        assertThat(bad().toString()).doesNotContain("\u001b", "\u202e");
    }

    private void write(String name, String text) throws IOException {
        Path file = submission.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void link(Path link, Path target) {
        try {
            Files.createSymbolicLink(link, target);
        } catch (IOException | UnsupportedOperationException e) {
            assumeTrue(false, "this user may make no links");
        }
    }

    private static boolean makePipe(Path path) throws InterruptedException {
        try {
            Process process = new ProcessBuilder("mkfifo", path.toString()).start();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Sources.Found found() {
        Sources sources = Intake.find(submission, ROOM);
        assertThat(sources).isInstanceOf(Sources.Found.class);
        return (Sources.Found) sources;
    }

    private Finding bad() {
        Sources sources = Intake.find(submission, ROOM);
        assertThat(sources).isInstanceOf(Sources.Bad.class);
        return ((Sources.Bad) sources).findings().get(0);
    }

    private void refused(String... words) {
        says(bad(), words);
    }

    private static void says(Finding finding, String... words) {
        assertThat(finding).isInstanceOf(Finding.Unusable.class);
        assertThat(((Finding.Unusable) finding).message()).contains(words);
    }
}
