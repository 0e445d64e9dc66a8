package bouncer.app.progress;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.catalogue.Exercise;
import bouncer.app.catalogue.SampleExercise;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbenchTest {
    @TempDir
    private Path home;

    @Test
    void resetKeepsACopyAndTakesHelpersAway() throws IOException {
        Exercise exercise = exercise();
        Workbench workbench = new Workbench(home, home.resolve("exercises"));
        write(workbench.stubs(exercise).resolve("counter/C.java"), "stub");
        write(workbench.sources(exercise).resolve("counter/C.java"), "mine");
        write(workbench.sources(exercise).resolve("counter/Helper.java"), "helper");

        Path backup = workbench.reset(exercise);

        assertThat(workbench.sources(exercise).resolve("counter/C.java")).hasContent("stub");
        assertThat(workbench.sources(exercise).resolve("counter/Helper.java")).doesNotExist();
        assertThat(backup.resolve("counter/C.java")).hasContent("mine");
        assertThat(backup.resolve("counter/Helper.java")).hasContent("helper");
    }

    @Test
    void progressSurvivesTheFileAndABrokenFileIsNoProgress() throws IOException {
        LearnerProgress progress = new LearnerProgress(Map.of())
                .after(new ExerciseReport("04-counter", "A counter", "", Verdict.ACCEPTED, List.of()), "abc")
                .with("04-counter", 15, state -> state.withHints(2))
                .with("05-bank-account", 15, ExerciseState::afterGivingUp);
        progress.save(home);
        assertThat(LearnerProgress.load(home)).isEqualTo(progress);
        assertThat(LearnerProgress.load(home).of("04-counter", 15).everSolved()).isTrue();

        Files.writeString(home.resolve(".bouncer/progress.json"), "{\"rooms\": 7");
        assertThat(LearnerProgress.load(home).exercises()).isEmpty();
    }

    private static Exercise exercise() {
        return SampleExercise.of("04-counter", "A counter", "counter.C");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
