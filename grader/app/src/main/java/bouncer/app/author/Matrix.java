package bouncer.app.author;

import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.GradingService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Grades every solution of every exercise, two at a time. Stateless. */
public final class Matrix {
    private Matrix() {}

    /**
     * Runs the matrix.
     *
     * @param service grades the solutions
     * @param repository the solutions
     * @param wanted selects the solutions
     * @param progress receives each result when it is known, from one thread at a time
     * @return one result for each solution, in the order of exercises and names
     * @throws IOException if a solution cannot be read, or a process or a file cannot be created
     */
    public static List<SolutionResult> run(
            GradingService service,
            SolutionRepository repository,
            Predicate<Solution> wanted,
            Consumer<SolutionResult> progress)
            throws IOException, InterruptedException {
        return run(service, repository, 1, wanted, progress);
    }

    /**
     * Runs the matrix; correct solutions are graded with several series of seeds.
     *
     * @param seeds the number of series, at least 1
     * @throws IOException if a solution cannot be read, or a process or a file cannot be created
     */
    public static List<SolutionResult> run(
            GradingService service,
            SolutionRepository repository,
            int seeds,
            Predicate<Solution> wanted,
            Consumer<SolutionResult> progress)
            throws IOException, InterruptedException {
        // As for the exercises of one learner: solutions trust each other, and warm workers are three times as fast.
        service.reuseWorkers();
        SolutionRunner runner = new SolutionRunner(service);
        List<Callable<SolutionResult>> tasks = new ArrayList<>();
        for (Exercise exercise : service.catalog().exercises()) {
            for (Solution solution : repository.of(exercise)) {
                if (wanted.test(solution)) {
                    tasks.add(() -> runner.grade(exercise, solution, seeds));
                }
            }
        }
        return ParallelRunner.run(tasks, progress);
    }
}
