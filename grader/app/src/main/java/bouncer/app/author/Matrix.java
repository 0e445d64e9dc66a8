package bouncer.app.author;

import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.GradingService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Tries every solution of every room, two at a time. Stateless. */
public final class Matrix {
    private Matrix() {}

    /**
     * Runs the matrix.
     *
     * @param house the rooms
     * @param shelf where the solutions are
     * @param wanted which solutions to try
     * @param progress told of each trial as it ends, by one thread at a time
     * @return one trial for each solution, in the order of rooms and names
     * @throws IOException if the shelf cannot be read or the machine does not let us work
     */
    public static List<SolutionResult> run(
            GradingService house,
            SolutionRepository shelf,
            Predicate<Solution> wanted,
            Consumer<SolutionResult> progress)
            throws IOException, InterruptedException {
        return run(house, shelf, 1, wanted, progress);
    }

    /**
     * Runs the matrix; what is right is tried with so many series of seeds.
     *
     * @throws IOException if the shelf cannot be read or the machine does not let us work
     */
    public static List<SolutionResult> run(
            GradingService house,
            SolutionRepository shelf,
            int seeds,
            Predicate<Solution> wanted,
            Consumer<SolutionResult> progress)
            throws IOException, InterruptedException {
        SolutionRunner court = new SolutionRunner(house);
        List<Callable<SolutionResult>> tasks = new ArrayList<>();
        for (Exercise room : house.rooms()) {
            for (Solution solution : shelf.of(room)) {
                if (wanted.test(solution)) {
                    tasks.add(() -> court.tryOut(room, solution, seeds));
                }
            }
        }
        return ParallelRunner.run(tasks, progress);
    }
}
