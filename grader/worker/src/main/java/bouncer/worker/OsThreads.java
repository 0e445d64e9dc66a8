package bouncer.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What the operating system says of this process's threads. Java shows a thread that was woken but has no processor yet
 * as waiting; only the system knows that it could run. Stateless.
 */
final class OsThreads {
    private static final Path TASKS = Path.of("/proc/self/task");

    private OsThreads() {}

    /** Whether threads could run. */
    enum Idle {
        /** No thread of this process but the asking one, nor of its children, could run. */
        YES,
        NO,
        /** This system can't be asked. */
        UNKNOWN
    }

    /** Looks; at the processes that this one has started too, where it is said to have some. */
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
        // The asking thread itself runs.
        return running <= 1 ? Idle.YES : Idle.NO;
    }

    private static int busy(Path directory) {
        int running = 0;
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(directory)) {
            for (Path task : tasks) {
                running += state(task.resolve("stat"));
            }
        } catch (IOException | DirectoryIteratorException e) {
            // It ended meanwhile.
            return 1;
        }
        return running;
    }

    /** Threads of the JVM's own, by the beginnings of the names that the system knows them under. */
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

    /** 1 if the thread runs, waits for a processor or for a disk; those of the JVM itself wake nobody and don't count. */
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
