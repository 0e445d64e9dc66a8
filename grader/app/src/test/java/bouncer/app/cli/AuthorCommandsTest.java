package bouncer.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exit codes and output of the commands that an author of exercises types. */
class AuthorCommandsTest {
    private static final Path SOLUTIONS = Path.of("../../solutions");

    @TempDir
    private static Path home;

    private static Cli bouncer;

    @TempDir
    private Path temp;

    @BeforeAll
    static void build() throws IOException {
        bouncer = new Cli(TestHome.make(home));
        // This directory marks the complete project, as opposed to a handout.
        Files.createDirectories(home.resolve("grader/app/src"));
        Path from = SOLUTIONS.resolve("04-counter");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = home.resolve("solutions/04-counter")
                        .resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    @Test
    void doctorIsZeroWhenNothingIsWrongAndOneWhenSomethingIs() throws IOException {
        assertThat(ended(0, "doctor", "4", "--quick").out()).contains("0 complaints");
        assertThat(ended(0, "doctor", "4", "--only", "mistakes/lost-update", "--verbose")
                        .out())
                .contains("lost-update");
        Path expected = home.resolve("solutions/04-counter/mistakes/lost-update/expected.toml");
        String before = Files.readString(expected);
        Files.delete(expected);
        assertThat(ended(1, "doctor", "4", "--quick").out()).contains("1 complaint");
        Files.writeString(expected, before);
        assertThat(ended(2, "doctor", "quantum").err()).contains("No exercise is called quantum");
    }

    @Test
    void mutateListsWithoutTrying() {
        assertThat(ended(0, "mutate", "4", "--list", "--of", "reference").out()).contains("04-counter/reference");
        ended(2, "mutate", "quantum", "--list");
    }

    @Test
    void handoutWritesIntoAnEmptyDirectoryOnly() throws IOException {
        Files.writeString(temp.resolve("file"), "");
        assertThat(ended(2, "handout", temp.toString()).err()).contains("is not empty");
        String target = temp.resolve("handout").toString();
        assertThat(ended(2, "handout", target, "--exercise", "99").err()).contains("no exercise is called 99");
        assertThat(ended(2, "handout", target, "--grader-url", "http://x").err())
                .contains("must be an https address");
        assertThat(ended(2, "handout", target, "--hidden", "nowhere").err()).contains("is not a directory");
        assertThat(temp.resolve("handout")).doesNotExist();
    }

    @Test
    void aHandoutHasNoCommandsForAuthors() throws IOException {
        Path source = home.resolve("grader/app/src");
        Files.delete(source);
        assertThat(ended(2, "handout", temp.resolve("x").toString()).err()).contains("needs the complete project");
        assertThat(ended(2, "new", "10-other").err()).contains("needs the complete project");
        Files.createDirectories(source);
    }

    @Test
    void newMakesAnExerciseThatTheCatalogueReads() throws IOException {
        assertThat(ended(2, "new", "buffer").err()).contains("09-bounded-buffer");
        assertThat(ended(2, "new", "04-counter").err()).contains("exists already");
        assertThat(ended(0, "new", "09-bounded-buffer").out()).contains("wrote", "doctor 09-bounded-buffer");
        assertThat(ended(0, "list").out()).contains("09-bounded-buffer");
    }

    @Test
    void anErrorOfTheHarnessIsThreeWithALogAndWithoutAStackTraceOnTheConsole() throws IOException {
        Path toml = home.resolve("exercises/05-bank-account/exercise.toml");
        String before = Files.readString(toml);
        Files.writeString(toml, before + "\nunknown = 1\n");
        Cli.Ended ended = bouncer.run("grade", temp.toString());
        Files.writeString(toml, before);
        assertThat(ended.code()).as(ended.all()).isEqualTo(3);
        Path log = home.resolve(".bouncer/harness.log");
        assertThat(ended.err())
                .contains("The harness failed in `bouncer grade " + temp + "`", "(stack trace: " + log + ")")
                .doesNotContain("\tat ");
        assertThat(log).content().contains("\tat bouncer.app");
    }

    private static Cli.Ended ended(int code, String... args) {
        Cli.Ended ended = bouncer.run(args);
        assertThat(ended.code()).as(ended.all()).isEqualTo(code);
        return ended;
    }
}
