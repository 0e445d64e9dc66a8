package bouncer.app.grading;

import bouncer.app.ChildProcessGuard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares processes, files and threads after attacks with those before. Each is identified by what never changes, such
 * as the process handle (process id and start), because a process's times and command line do change.
 */
final class Leftovers {
    private static final Path TEMP = Path.of(System.getProperty("java.io.tmpdir"));
    private final Set<Object> before = Set.copyOf(census().keySet());

    /** Returns a description of each new process, file and thread; empty if there is none. */
    List<String> found() throws InterruptedException {
        List<String> left = List.of();
        // Processes and threads that are ending get a moment.
        for (int look = 0; look < 50; look++) {
            left = census().entrySet().stream()
                    .filter(one -> !before.contains(one.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
            if (left.isEmpty()) {
                return left;
            }
            Thread.sleep(100);
        }
        return left;
    }

    /** Returns the description of everything that an attack could leave behind, by its identity. */
    private static Map<Object, String> census() {
        Map<Object, String> all = new HashMap<>();
        ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .forEach(child -> all.put(child, "process " + ChildProcessGuard.describe(child)));
        ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("sleep " + Attack.SECONDS))
                .forEach(process -> all.put(process, "escaped process " + process.pid()));
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!Set.of("process reaper", "Common-Cleaner", "Attach Listener").contains(thread.getName())
                    && !thread.getName().startsWith("process reaper")) {
                all.put(thread.getId(), "thread " + thread.getName());
            }
        }
        try (Stream<Path> files = Files.list(TEMP)) {
            String own = "bouncer-" + ProcessHandle.current().pid() + "-";
            files.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith(own) || name.startsWith("huge"))
                    .forEach(name -> all.put(name, "file " + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
