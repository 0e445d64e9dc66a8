package bouncer.app.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is there of processes, files and threads before attacks, and what is new after them. */
final class Leftovers {
    private static final Path TEMP = Path.of(System.getProperty("java.io.tmpdir"));
    private final Set<String> before = new HashSet<>(census());

    /** All that was not there at first, each in words; empty when nothing is left. */
    List<String> found() throws InterruptedException {
        List<String> left = List.of();
        // What is on its way out gets a moment.
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
