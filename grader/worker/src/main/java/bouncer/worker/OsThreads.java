package bouncer.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Reads the state of this process's threads from the operating system. A thread that was woken but has no processor yet
 * still waits according to Java; only the system knows that it can run. Stateless.
 */
final class OsThreads {
    private static final Path TASKS = Path.of("/proc/self/task");

    private OsThreads() {}

    /** The answer of the system: whether it has a thread to run. */
    enum Idle {
        /** No thread of this process, except the calling one, and no thread of its children can run. */
        YES,
        NO,
        /** This system does not provide the information. */
        UNKNOWN
    }

    /** Asks the system, with child processes of this one if the argument says that there are some. */
    static Idle look(boolean children) {
        if (!Files.isDirectory(TASKS)) {
            return Idle.UNKNOWN;
        }
        int running = busy(TASKS);
        if (children) {
            running += ProcessHandle.current()
                    .descendants()
                    .mapToInt(child -> busy(Path.of("/proc/" + child.pid() + "/task")))
                    .sum();
        }
        // The calling thread itself runs.
        return running <= 1 ? Idle.YES : Idle.NO;
    }

    private static int busy(Path directory) {
        int running = 0;
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(directory)) {
            for (Path task : tasks) {
                running += state(task.resolve("stat"));
            }
        } catch (IOException | DirectoryIteratorException e) {
            // The thread has ended meanwhile.
            return 1;
        }
        return running;
    }

    /** Prefixes of the names that the JVM's own threads have in the system. */
    private static boolean isJvms(String name) {
        return Stream.of(
                        "VM ",
                        "C1 ",
                        "C2 ",
                        "GC ",
                        "G1 ",
                        "Sweeper",
                        "Notification",
                        "Service Th",
                        "Monitor Defl",
                        "Signal Disp")
                .anyMatch(name::startsWith);
    }

    /**
     * Returns 1 if the thread runs, or waits for a processor or a disk. The JVM's own threads wake no others and give
     * 0.
     */
    private static int state(Path stat) {
        try {
            String line = Files.readString(stat, StandardCharsets.ISO_8859_1);
            char state = line.charAt(line.lastIndexOf(')') + 2);
            boolean runs = state == 'R' || state == 'D';
            return runs && !isJvms(line.substring(line.indexOf('(') + 1, line.lastIndexOf(')'))) ? 1 : 0;
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }
}
