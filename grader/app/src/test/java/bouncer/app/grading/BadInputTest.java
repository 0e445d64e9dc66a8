package bouncer.app.grading;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.Golden;
import bouncer.app.TestHome;
import bouncer.app.catalogue.CompiledChecks;
import bouncer.app.catalogue.Exercise;
import bouncer.app.submission.Intake;
import bouncer.app.verdict.Verdict;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Unusable files in place of each exercise's file: tests the message to the student, and that no check is judged. */
class BadInputTest {
    private static final Path SOLUTIONS = Path.of("../../solutions");

    @TempDir
    private static Path home;

    private static Path exercises;
    private static GradingService service;

    /** Makes an unusable file from a correct one. */
    private interface Spoil {
        void into(Path file, String right) throws IOException;
    }

    private static final Map<String, Spoil> BAD = new LinkedHashMap<>();
    private static final Map<String, Spoil> MISPLACED = new LinkedHashMap<>();

    static {
        BAD.put("does not compile", (file, right) -> write(file, right.replaceFirst(";", "")));
        BAD.put("lacks what the contract names", (file, right) -> write(file, emptied(right)));
        BAD.put("another class name", (file, right) -> write(file, right.replace(className(file), "MyOwn")));
        BAD.put(
                "another package",
                (file, right) -> write(file, right.replaceFirst("package \\w+", "package homework")));
        BAD.put("no package", (file, right) -> write(file, right.replaceFirst("package \\w+;", "")));
        BAD.put("empty", (file, right) -> write(file, ""));
        BAD.put(
                "not UTF-8",
                (file, right) -> bytes(file, ("// gr\u00fc\u00dfe\n" + right).getBytes(StandardCharsets.ISO_8859_1)));
        BAD.put("a class file", (file, right) -> bytes(file, new byte[] {(byte) 0xca, (byte) 0xfe, 0, 0, 0, 61}));
        BAD.put("zero bytes", (file, right) -> write(file, right + "\0"));
        BAD.put("a directory", (file, right) -> Files.createDirectory(file));
        BAD.put("huge", (file, right) -> write(file, right + "//".repeat(1 << 20)));
        MISPLACED.put("another file name", (file, right) -> write(file.resolveSibling("Solution.java"), right));
        MISPLACED.put(
                "other capitals",
                (file, right) -> write(
                        file.resolveSibling(file.getFileName().toString().toLowerCase(java.util.Locale.ROOT)), right));
        MISPLACED.put("one directory too deep", (file, right) -> {
            Path deeper = Files.createDirectory(file.resolveSibling("src"));
            write(deeper.resolve(file.getFileName()), right);
        });
    }

    @BeforeAll
    static void open() throws IOException {
        exercises = TestHome.make(home.resolve("project"));
        service = GradingService.open(exercises);
    }

    @AfterAll
    static void close() throws InterruptedException {
        service.close();
    }

    @TestFactory
    Stream<DynamicTest> everyRoomSaysWhatIsWrongAndWhere() {
        return BAD.keySet().stream()
                .map(kind -> DynamicTest.dynamicTest(kind, () -> {
                    StringBuilder said = new StringBuilder();
                    for (Exercise exercise : service.catalog().exercises()) {
                        Path file = place(exercise);
                        BAD.get(kind).into(file, right(exercise));
                        try (ExerciseGrading grading = service.grading(
                                exercise, Intake.find(file.getParent().getParent(), exercise))) {
                            assertThat(grading.judge(JudgingObserver.NONE).verdict())
                                    .as(exercise.slug())
                                    .isEqualTo(Verdict.REJECTED);
                            assertThat(grading.report().checks().stream()
                                            .skip(1)
                                            .map(check -> check.result().outcome()))
                                    .as("no check is judged that cannot be")
                                    .containsOnly(CheckOutcome.SKIPPED);
                            said.append(exercise.slug()).append('\n');
                            grading.blocker()
                                    .orElseThrow()
                                    .findings()
                                    .forEach(finding -> said.append("    ")
                                            .append(words(finding))
                                            .append('\n'));
                        }
                    }
                    Golden.check("bad-input/" + kind.replace(' ', '-') + ".txt", said.toString());
                }));
    }

    /** The package line and the public class say where a file belongs, whatever its name and directory are. */
    @TestFactory
    Stream<DynamicTest> misplacedFilesAreGradedAsIfInPlace() {
        return MISPLACED.keySet().stream()
                .map(kind -> DynamicTest.dynamicTest(kind, () -> {
                    for (Exercise exercise : service.catalog().exercises()) {
                        Path file = place(exercise);
                        MISPLACED.get(kind).into(file, right(exercise));
                        try (ExerciseGrading grading = service.grading(
                                exercise, Intake.find(file.getParent().getParent(), exercise))) {
                            assertThat(grading.blocker()).as(exercise.slug()).isEmpty();
                            assertThat(grading.files())
                                    .hasSize(1)
                                    .containsEntry(exercise.files().get(0), right(exercise));
                        }
                    }
                }));
    }

    @Test
    void aClassFileAloneIsNotStarted() throws Exception {
        for (Exercise exercise : service.catalog().exercises()) {
            Path file = place(exercise);
            bytes(file.resolveSibling(className(file) + ".class"), new byte[] {(byte) 0xca, (byte) 0xfe});
            try (ExerciseGrading grading =
                    service.grading(exercise, Intake.find(file.getParent().getParent(), exercise))) {
                assertThat(grading.judge(JudgingObserver.NONE).verdict())
                        .as(exercise.slug())
                        .isEqualTo(Verdict.NOT_STARTED);
            }
        }
    }

    /** Line ends, byte order marks and the like of other systems' editors are accepted. */
    @TestFactory
    Stream<DynamicTest> carriageReturnsAndAByteOrderMarkAreNothing() {
        return service.catalog().exercises().stream()
                .map(exercise -> DynamicTest.dynamicTest(exercise.slug(), () -> {
                    Path file = place(exercise);
                    write(file, "\uFEFF" + right(exercise).replace("\n", "\r\n"));
                    try (ExerciseGrading grading = service.grading(
                            exercise, Intake.find(file.getParent().getParent(), exercise))) {
                        assertThat(grading.blocker()).isEmpty();
                    }
                }));
    }

    /** A submission's class must not have the name of a check class or one of its helpers. */
    @TestFactory
    Stream<DynamicTest> noRoomTakesAClassThatIsCalledLikeOneOfItsChecks() {
        return service.catalog().exercises().stream()
                .map(exercise -> DynamicTest.dynamicTest(exercise.slug(), () -> {
                    for (String taken : checkClasses(exercise)) {
                        Path file = place(exercise);
                        write(file, right(exercise) + "\nclass " + taken + " {}\n");
                        try (ExerciseGrading grading = service.grading(
                                exercise, Intake.find(file.getParent().getParent(), exercise))) {
                            assertThat(grading.blocker().orElseThrow().findings())
                                    .extracting(Finding::message)
                                    .contains("A class of the checks is called "
                                            + exercise.packages().get(0) + "." + taken
                                            + ", too: give yours another name");
                        }
                    }
                }));
    }

    private static List<String> checkClasses(Exercise exercise) throws IOException {
        try (Stream<Path> files = Files.list(CompiledChecks.of(exercises, exercise.slug())
                .resolve(exercise.packages().get(0)))) {
            List<String> names = files.map(path -> path.getFileName().toString().replace(".class", ""))
                    .filter(name -> !name.contains("$"))
                    .collect(Collectors.toList());
            assertThat(names).isNotEmpty();
            return names;
        }
    }

    private static Path place(Exercise exercise) throws IOException {
        Path file = Files.createTempDirectory(home, "submission")
                .resolve(exercise.files().get(0));
        Files.createDirectories(file.getParent());
        return file;
    }

    /** Returns the reference with a stub's message in a comment, so that no worker is started in advance. */
    private static String right(Exercise exercise) throws IOException {
        Path reference = SOLUTIONS.resolve(exercise.slug()).resolve("reference");
        return Files.readString(reference.resolve(exercise.files().get(0))) + "// \"not implemented: open exercises/\n";
    }

    private static String words(Finding finding) {
        return finding.message() + (finding.location() == null ? "" : "  (" + finding.location() + ")");
    }

    private static String className(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String emptied(String right) {
        String declaration = right.substring(0, right.indexOf('{', right.indexOf("class ")) + 1);
        return declaration.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("import .*;", "")
                + " } // \"not implemented: open exercises/\n";
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }

    private static void bytes(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
    }
}
