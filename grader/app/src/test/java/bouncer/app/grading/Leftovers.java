package bouncer.app.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Compares processes, files and threads after attacks with those before. */
final class Leftovers {
    private static final Path TEMP = Path.of(System.getProperty("java.io.tmpdir"));
    private final Set<String> before = new HashSet<>(census());

    /** Returns a description of each new process, file and thread; empty if there is none. */
    List<String> found() throws InterruptedException {
        List<String> left = List.of();
        // Processes and threads that are ending get a moment.
        for (int look = 0; look < 50; look++) {
            left = census().stream().filter(one -> !before.contains(one)).toList();
            if (left.isEmpty()) {
                return left;
            }
            Thread.sleep(100);
        }
        return left;
    }

    private static List<String> census() {
        List<String> all = new ArrayList<>();
        ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .forEach(child -> all.add("process " + child.pid() + " " + child.info()));
        ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("sleep " + Attack.SECONDS))
                .forEach(process -> all.add("escaped process " + process.pid()));
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!Set.of("process reaper", "Common-Cleaner", "Attach Listener").contains(thread.getName())
                    && !thread.getName().startsWith("process reaper")) {
                all.add("thread " + thread.getName() + " " + thread.getId());
            }
        }
        try (Stream<Path> files = Files.list(TEMP)) {
            String own = "bouncer-" + ProcessHandle.current().pid() + "-";
            files.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith(own) || name.startsWith("huge"))
                    .forEach(name -> all.add("file " + name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return all;
    }
}
