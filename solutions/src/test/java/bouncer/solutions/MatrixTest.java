package bouncer.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.author.ExerciseLinter;
import bouncer.app.author.KillTable;
import bouncer.app.author.Matrix;
import bouncer.app.author.Solution.Kind;
import bouncer.app.author.SolutionRepository;
import bouncer.app.author.SolutionResult;
import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.GradingService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Grades the solutions in every {@code mvn verify}, as {@code ./bouncer doctor} does on request. */
class MatrixTest {
    private static final Path HOME =
            Path.of(System.getProperty("bouncer.home", "..")).toAbsolutePath().normalize();

    private final GradingService service = GradingService.open(HOME.resolve("exercises"));
    private final SolutionRepository repository =
            new SolutionRepository(HOME.resolve("exercises"), HOME.resolve("solutions"));

    @AfterEach
    void close() throws InterruptedException {
        service.close();
    }

    @Test
    void everyRoomIsComplete() throws IOException {
        List<ExerciseLinter.Complaint> complaints =
                ExerciseLinter.of(service, repository, service.catalog().exercises());
        assertThat(complaints).extracting(ExerciseLinter.Complaint::text).isEmpty();
    }

    /** Grades one mistake for each fault and exercise; {@code -Dmatrix=all} or {@code ./bouncer doctor} grades all. */
    @Test
    void rightIsAcceptedAndWrongIsRejectedForItsReason() throws IOException, InterruptedException {
        boolean all = "all".equals(System.getProperty("matrix"));
        List<SolutionResult> results =
                Matrix.run(service, repository, solution -> all || solution.isRepresentative(), result -> {});
        System.out.println(KillTable.write(results));
        System.out.println(left(results) + " more mistakes are left to ./bouncer doctor");
        assertThat(results).as("solutions that were tried").hasSizeGreaterThan(150);
        assertThat(results.stream().map(result -> result.solution().kind()).distinct())
                .containsExactlyInAnyOrder(Kind.values());
        assertThat(results.stream().filter(result -> !result.isAsExpected()))
                .extracting(result -> result.solution() + ": " + result.problem())
                .isEmpty();
    }

    private long left(List<SolutionResult> results) throws IOException {
        long there = 0;
        for (Exercise exercise : service.catalog().exercises()) {
            there += repository.of(exercise).size();
        }
        return there - results.size();
    }
}
