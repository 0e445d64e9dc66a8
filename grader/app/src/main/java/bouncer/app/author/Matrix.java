package bouncer.app.author;

import bouncer.app.catalogue.Room;
import bouncer.app.pipeline.House;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Tries every solution of every room, two at a time. Stateless. */
public final class Matrix {
    private static final int LANES = 2;

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
    public static List<Trial> run(House house, Shelf shelf, Predicate<Solution> wanted, Consumer<Trial> progress)
            throws IOException, InterruptedException {
        Court court = new Court(house);
        ExecutorService lanes = Executors.newFixedThreadPool(LANES, task -> {
            Thread thread = new Thread(task, "matrix");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Callable<Trial>> tasks = new ArrayList<>();
            for (Room room : house.rooms()) {
                for (Solution solution : shelf.of(room)) {
                    if (wanted.test(solution)) {
                        tasks.add(() -> told(court.tryOut(room, solution), progress));
                    }
                }
            }
            List<Trial> trials = new ArrayList<>();
            for (Future<Trial> trial : lanes.invokeAll(tasks)) {
                trials.add(trial.get());
            }
            return trials;
        } catch (ExecutionException e) {
            throw new IOException("A solution could not be tried: " + e.getCause(), e.getCause());
        } finally {
            lanes.shutdownNow();
        }
    }

    private static Trial told(Trial trial, Consumer<Trial> progress) {
        synchronized (progress) {
            progress.accept(trial);
        }
        return trial;
    }
}
