package bouncer.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exit codes and output of the commands that a student types. */
class LearnerCommandsTest {
    private static final String COUNTER = "counter/ThreadSafeCounter.java";

    @TempDir
    private static Path home;

    private static Cli bouncer;
    private static Path file;

    @BeforeAll
    static void build() throws IOException {
        Path exercises = TestHome.make(home);
        bouncer = new Cli(exercises);
        // This directory marks the complete project, as opposed to a handout.
        Files.createDirectories(home.resolve("grader/app/src"));
        file = exercises.resolve("04-counter/src/main/java").resolve(COUNTER);
    }

    @BeforeEach
    void untouched() throws IOException {
        Files.copy(
                home.resolve("exercises/04-counter/src/stub/java").resolve(COUNTER),
                file,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        delete(home.resolve(".bouncer"));
        delete(home.resolve("solutions"));
    }

    @Test
    void theBoardAndTheListAreZero() {
        assertThat(ended(0).out()).contains("04-counter");
        assertThat(ended(0, "list").out()).contains("01-two-tasks", "08-semaphore-pool");
    }

    @Test
    void checkIsZeroWhenAcceptedAndOneWhenRejectedOrNotStarted() throws IOException {
        assertThat(ended(1, "check", "4").out()).contains("04-counter");
        use("mistakes/lost-update");
        assertThat(ended(1, "check", "counter", "--verbose").out()).contains("replay");
        use("reference");
        ended(0, "check", "04-counter");
        assertThat(home.resolve(".bouncer/progress.json")).content().contains("ACCEPTED");
        assertThat(ended(0, "show", "4").out()).contains("04-counter");
        assertThat(ended(0, "show", "4", "--task").out()).contains("Your file:", "Check it:");
    }

    @Test
    void anUnknownExerciseIsTwoAndTheNearestIsNamed() {
        assertThat(ended(2, "check", "conter").err()).contains("Did you mean 04-counter?");
        assertThat(ended(2, "hint", "quantum").err()).contains("No exercise is called quantum", "08-semaphore-pool");
        assertThat(ended(2, "show", "0").err()).contains("More than one exercise fits 0");
    }

    @Test
    void hintsComeOneAfterTheOther() {
        assertThat(ended(0, "hint", "4").out()).contains("Hint 1 of 3").doesNotContain("Hint 2 of 3");
        assertThat(ended(0, "hint", "4").out()).contains("Hint 2 of 3").doesNotContain("Hint 3 of 3");
        assertThat(ended(0, "hint", "4", "--again").out())
                .contains("Hint 2 of 3")
                .doesNotContain("Hint 3 of 3");
        assertThat(ended(0, "hint", "4").out()).contains("Hint 3 of 3", "That was the last one");
    }

    @Test
    void resetAsksAndKeepsACopy() throws IOException {
        Files.writeString(file, "package counter; class Mine {}");
        Cli.Ended refused = bouncer.typing("n\n").run("reset", "4");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).contains("[y/N]", "Nothing was changed.");
        assertThat(file).content().contains("Mine");
        Cli.Ended done = bouncer.typing("y\n").run("reset", "4");
        assertThat(done.code()).isZero();
        assertThat(file).content().contains("not implemented");
        try (Stream<Path> kept = Files.walk(home.resolve(".bouncer/backup"))) {
            assertThat(kept.filter(Files::isRegularFile))
                    .singleElement()
                    .satisfies(copy -> assertThat(copy).content().contains("Mine"));
        }
        assertThat(bouncer.typing("").run("reset", "4").code()).isEqualTo(1);
        ended(0, "reset", "4", "--yes");
    }

    @Test
    void theSolutionIsShownOnlyAfterSolvingOrGivingUp() throws IOException {
        assertThat(ended(2, "solution", "4").out()).contains("no solutions in this copy");
        Path reference = home.resolve("solutions/04-counter/reference").resolve(COUNTER);
        Files.createDirectories(reference.getParent());
        Files.copy(solution("reference"), reference);
        assertThat(ended(1, "solution", "4").out()).contains("--give-up").doesNotContain("class ThreadSafeCounter");
        assertThat(ended(0, "solution", "4", "--give-up").out()).contains("class ThreadSafeCounter");
        assertThat(ended(0, "solution", "4").out()).contains("class ThreadSafeCounter");
    }

    @Test
    void theLearnerIsTheScheduler() throws IOException {
        use("mistakes/lost-update");
        Cli.Ended looked = bouncer.typing("1\nx\nb\na\nq\n").run("schedule", "4");
        assertThat(looked.code()).as(looked.err()).isZero();
        assertThat(looked.out()).contains("You are the scheduler of", "Type a number, b, a or q.");
        assertThat(ended(2, "schedule", "4", "--check", "none").err()).contains("There is no such check");
        assertThat(ended(2, "schedule", "3").err()).contains("Nothing in 03-process is explored");
        // The end of standard input quits.
        assertThat(bouncer.typing("").run("schedule", "4").code()).isZero();
    }

    @Test
    void aTokenReplaysItsScheduleAndOneOfOtherSourcesSaysSo() throws IOException {
        use("mistakes/lost-update");
        String out = ended(1, "check", "4").out();
        String token = out.replaceAll("(?s).*replay (\\S+).*", "$1");
        assertThat(ended(1, "replay", token).out()).contains("ThreadSafeCounter");
        assertThat(ended(1, "replay", token, home.toString(), "--exercise", "04-counter")
                        .out())
                .isNotEmpty();
        assertThat(ended(2, "replay", "nonsense").err()).contains("knows the token nonsense");
        assertThat(ended(2, "replay", token, home.resolve("nowhere").toString()).err())
                .contains("is not a directory");
        assertThat(ended(2, "replay", token, "--exercise", "99").err()).contains("no exercise is called 99");
        use("reference");
        Cli.Ended other = bouncer.run("replay", token);
        assertThat(other.code()).as(other.all()).isEqualTo(2);
        assertThat(other.err()).contains("these are not the sources in which it was found");
    }

    @Test
    void everyCommandWorksWhereNothingCanBeSaved() throws IOException {
        Files.writeString(home.resolve(".bouncer"), "a file where a directory should be");
        assertThat(ended(0, "hint", "4").out()).contains("Hint 1 of 3");
        Cli.Ended ended = bouncer.run("check", "4");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).contains("04-counter");
        assertThat(ended.err()).contains(".bouncer cannot be written: results, progress and hints are not kept");
        Files.delete(home.resolve(".bouncer"));
    }

    @Test
    void anUnknownDemonstrationIsTwo() {
        assertThat(ended(2, "demo", "quantum").err()).contains("There is no demonstration 'quantum'", "semaphore");
        assertThat(ended(0, "demo").out()).contains("concurrency", "race");
    }

    @Test
    void helpAndMistypedCommands() {
        assertThat(ended(0, "help").out()).contains("check", "batch");
        assertThat(ended(0, "--version").out()).contains("bouncer");
        for (String command : List.of(
                "check",
                "watch",
                "list",
                "hint",
                "show",
                "reset",
                "solution",
                "demo",
                "grade",
                "batch",
                "merge",
                "doctor",
                "handout",
                "mutate",
                "replay",
                "schedule",
                "new")) {
            assertThat(ended(0, command, "--help").out()).as(command).contains("Usage: bouncer " + command);
        }
        assertThat(ended(2, "chek").err()).contains("There is no command 'chek'", "Did you mean", "check");
        assertThat(ended(2, "xyzzyplugh").err())
                .contains("There is no command 'xyzzyplugh'")
                .doesNotContain("Did you mean");
        assertThat(ended(2, "check", "--nonsense").err()).contains("--nonsense");
    }

    @Test
    void aDirectoryWithoutExercisesIsTwoAndSaysWhereToGo() throws IOException {
        Path empty = Files.createDirectories(home.resolve("elsewhere"));
        Cli elsewhere = new Cli(empty.resolve("exercises"));
        for (List<String> command : List.of(
                List.<String>of(),
                List.of("check"),
                List.of("list"),
                List.of("grade", empty.toString()),
                List.of("batch", empty.toString(), "--out", empty.resolve("out").toString()),
                List.of("handout", empty.resolve("handout").toString()),
                List.of("replay", "token", empty.toString()))) {
            Cli.Ended ended = elsewhere.run(command.toArray(String[]::new));
            assertThat(ended.err())
                    .as("%s", command)
                    .contains("There are no exercises in " + empty.resolve("exercises"));
            assertThat(ended.code()).as("%s", command).isEqualTo(2);
        }
    }

    private static Cli.Ended ended(int code, String... args) {
        Cli.Ended ended = bouncer.run(args);
        assertThat(ended.code()).as(ended.all()).isEqualTo(code);
        return ended;
    }

    private static void use(String solution) throws IOException {
        Files.writeString(file, Files.readString(solution(solution)));
    }

    private static Path solution(String name) {
        return Path.of("../../solutions/04-counter").resolve(name).resolve(COUNTER);
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> walk = Files.walk(directory)) {
                for (Path path :
                        walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
