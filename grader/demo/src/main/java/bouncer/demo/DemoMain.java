package bouncer.demo;

import bouncer.demo.database.DatabaseDemo;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Starts one demonstration. It gives no verdict, so it may run the reader's own class in this process. */
public final class DemoMain {
    private DemoMain() {}

    /**
     * Runs a demonstration.
     *
     * @param args a topic, then {@code --mine DIRECTORY} for the reader's own pool and {@code --all} for every row
     */
    public static void main(String[] args) throws Exception {
        List<String> arguments = Arrays.asList(args);
        String topic = arguments.isEmpty() ? "" : arguments.get(0);
        switch (topic) {
            case "concurrency" -> Concurrency.run();
            case "parallelism" -> Parallelism.run();
            case "processes" -> Processes.run();
            case "race" -> Race.run();
            case "lock" -> LockCost.run();
            case "semaphore" -> {
                Optional<Path> mine = option(arguments, "--mine").map(Path::of);
                if (mine.isEmpty()) {
                    Club.run();
                }
                boolean shown = DatabaseDemo.run(mine, arguments.contains("--all"));
                if (mine.isPresent()) {
                    // Threads of the reader's class may still be running.
                    System.exit(shown ? 0 : 1);
                }
            }
            case "child" -> ChildJvms.run(arguments.subList(1, arguments.size()));
            default -> {
                System.err.println("There is no demonstration '" + topic
                        + "'. There are: concurrency, parallelism, processes, race, lock, semaphore");
                System.exit(2);
            }
        }
    }

    private static Optional<String> option(List<String> arguments, String name) {
        int index = arguments.indexOf(name);
        return index >= 0 && index + 1 < arguments.size() ? Optional.of(arguments.get(index + 1)) : Optional.empty();
    }
}
