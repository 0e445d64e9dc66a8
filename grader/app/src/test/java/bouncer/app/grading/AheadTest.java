package bouncer.app.grading;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.TestHome;
import bouncer.app.catalogue.Exercise;
import bouncer.app.sandbox.IsolationMode;
import bouncer.app.submission.Intake;
import bouncer.checks.result.Phase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is explored ahead comes to what it comes to in its turn, check by check. */
class AheadTest {
    @TempDir
    private static Path home;

    @Test
    void whoExploresWhatAndWhenDoesNotShowInTheReport() throws Exception {
        try (GradingService house = GradingService.open(TestHome.make(home.resolve("project")), IsolationMode.NONE)) {
            Exercise room = house.rooms().stream()
                    .filter(candidate -> candidate.slug().equals("06-mutex"))
                    .findFirst()
                    .orElseThrow();
            Path much = Path.of("../../solutions/06-mutex/alternatives/ticket-park");
            assertThat(explored(house, room, much, true)).isEqualTo(explored(house, room, much, false));
        }
    }

    private static List<String> explored(GradingService house, Exercise room, Path submission, boolean ahead)
            throws Exception {
        try (ExerciseGrading grading = house.grading(room, Intake.find(submission, room))) {
            if (ahead) {
                grading.lookAhead();
            }
            return grading.judge(JudgingObserver.NONE).checks().stream()
                    .filter(check -> check.phase() == Phase.EXPLORE)
                    .map(check -> check.result().id() + " " + check.result().outcome() + " "
                            + check.result().coverage() + " " + check.result().findings())
                    .toList();
        }
    }
}
