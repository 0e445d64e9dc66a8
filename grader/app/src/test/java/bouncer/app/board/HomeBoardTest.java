package bouncer.app.board;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.catalogue.Exercise;
import bouncer.app.catalogue.SampleExercise;
import bouncer.app.progress.ExerciseState;
import bouncer.app.progress.LearnerProgress;
import bouncer.app.verdict.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomeBoardTest {
    private static final Exercise COUNTER =
            exercise("04-counter", "A thread-safe counter", "counter.ThreadSafeCounter");
    private static final Exercise BANK = exercise("05-bank-account", "A bank account", "bank.BankAccount");

    @Test
    void whoWasTurnedAwaySeesWhatIsNext() {
        LearnerProgress progress = new LearnerProgress(Map.of(
                "04-counter", new ExerciseState(Verdict.ACCEPTED, 15, 15, "a", 0, true, false),
                "05-bank-account", new ExerciseState(Verdict.REJECTED, 4, 15, "b", 1, false, false)));
        String text = new HomeBoard(List.of(COUNTER, BANK), progress, BANK::equals, "./bouncer").write(AnsiStyle.PLAIN);
        assertThat(text).isEqualToNormalizingNewlines("""
                Bouncer  [###################...........]  1 of 2 accepted, 19 of 30 points

                   04-counter           A thread-safe counter      accepted      15/15
                 > 05-bank-account      A bank account             rejected       4/15  changed

                Now: A bank account
                  task       exercises/05-bank-account/README.md
                  your file  exercises/05-bank-account/src/main/java/bank/BankAccount.java

                Next
                  ./bouncer watch                  checks at every save
                  ./bouncer check 05-bank-account  checks once
                  ./bouncer show 05-bank-account   what was wrong in the last run
                  ./bouncer hint 05-bank-account   a nudge, one step at a time
                  ./bouncer demo                   a live demonstration
                """);
        assertThat(text.lines())
                .as("a terminal of 80 columns")
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
    }

    @Test
    void fromElsewhereFilesAreWhereTheCommandIs() {
        HomeBoard board =
                new HomeBoard(List.of(COUNTER), new LearnerProgress(Map.of()), exercise -> false, "../../bouncer");
        assertThat(board.write(AnsiStyle.PLAIN))
                .contains("task       ../../exercises/04-counter/README.md", "../../bouncer check 04-counter  checks");
        assertThat(Labels.path("./bouncer", "exercises")).isEqualTo("exercises");
        assertThat(Labels.path(".\\bouncer", "exercises")).isEqualTo("exercises");
        assertThat(Labels.path("/home/me/club/bouncer", "exercises")).isEqualTo("/home/me/club/exercises");
    }

    @Test
    void whoIsNewIsWelcomed() {
        String text = new HomeBoard(
                        List.of(COUNTER, BANK), new LearnerProgress(Map.of()), exercise -> false, "./bouncer")
                .write(AnsiStyle.PLAIN);
        assertThat(text).startsWith("Welcome.").contains(" > 04-counter ", "0 of 2 accepted, 0 of 30 points");
    }

    @Test
    void whoHasAllOfThemIsTold() {
        ExerciseState done = new ExerciseState(Verdict.ACCEPTED, 15, 15, "a", 0, true, false);
        LearnerProgress progress = new LearnerProgress(Map.of("04-counter", done, "05-bank-account", done));
        HomeBoard board = new HomeBoard(List.of(COUNTER, BANK), progress, exercise -> false, "./bouncer");
        assertThat(board.current()).isEmpty();
        assertThat(board.write(AnsiStyle.PLAIN)).contains("2 of 2 accepted").endsWith(String.format("Well done.%n"));
    }

    @Test
    void roomsAreFoundByNumberNameAndSlug() {
        List<Exercise> exercises = List.of(COUNTER, BANK);
        assertThat(List.of("4", "04", "counter", "04-counter", "ounter"))
                .allSatisfy(
                        name -> assertThat(ExerciseFinder.find(exercises, name)).containsExactly(COUNTER));
        assertThat(ExerciseFinder.find(exercises, "0")).hasSize(2);
        assertThat(ExerciseFinder.find(exercises, "mutex")).isEmpty();
    }

    @Test
    void colourIsAddedAndNothingElse() {
        HomeBoard board =
                new HomeBoard(List.of(COUNTER), new LearnerProgress(Map.of()), exercise -> false, "./bouncer");
        String painted = board.write(new AnsiStyle(true));
        assertThat(painted).contains("\u001b[");
        assertThat(painted.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(board.write(AnsiStyle.PLAIN));
    }

    private static Exercise exercise(String slug, String title, String className) {
        return SampleExercise.of(slug, title, className);
    }
}
