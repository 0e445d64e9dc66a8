package bouncer.app.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Kills processes with their descendants, and measures their processor time. Stateless except for a counter;
 * thread-safe.
 */
public final class ProcessTree {
    private static final int MOST_ROUNDS = 50;
    private static final int LOOK_MILLIS = 20;
    private static final Path PROC = Path.of("/proc");
    private static final Pattern OWN_MEMORY = Pattern.compile("(?:RssAnon|RssShmem):\\s*(\\d+) kB");
    private static final LongAdder KILLED_NANOS = new LongAdder();

    private ProcessTree() {}

    /** Kills a process and its descendants, and waits until all have ended, also if the thread is interrupted. */
    public static void end(Process process) {
        boolean interrupted = false;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            // A child started meanwhile is found in the next round; its parent, killed by then, starts no more.
            List<ProcessHandle> found = process.descendants().toList();
            if (round == 0) {
                found.forEach(child -> KILLED_NANOS.add(own(child).toNanos()));
            }
            process.destroyForcibly();
            found.forEach(ProcessHandle::destroyForcibly);
            try {
                if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)
                        && found.stream().noneMatch(ProcessHandle::isAlive)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        restore(interrupted);
    }

    /**
     * Kills the processes that left the tree, such as a {@code setsid} child of a child that has ended, by a mark in
     * their environment. Linux only; elsewhere they cannot be found.
     *
     * @param mark a text that only one worker has in its environment
     */
    static void endMarked(String mark) {
        endAll(process -> carries(process.resolve("environ"), mark));
    }

    /**
     * Kills processes and waits until none is left, also if the thread is interrupted. Linux only; elsewhere none is found.
     *
     * @param wanted selects processes by their directories in {@code /proc}
     */
    static void endAll(Predicate<Path> wanted) {
        boolean interrupted = false;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<ProcessHandle> found = find(wanted);
            if (found.isEmpty()) {
                break;
            }
            found.forEach(ProcessHandle::destroyForcibly);
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        restore(interrupted);
    }

    private static void restore(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Returns the processes of the system that are wanted; none on systems without {@code /proc}.
     *
     * @param wanted selects processes by their directories in {@code /proc}
     */
    static List<ProcessHandle> find(Predicate<Path> wanted) {
        List<ProcessHandle> found = new ArrayList<>();
        if (!Files.isDirectory(PROC)) {
            return found;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (wanted.test(process)) {
                    ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                            .ifPresent(found::add);
                }
            }
        } catch (IOException e) {
            return found;
        }
        return found;
    }

    private static boolean carries(Path environ, String mark) {
        try {
            return new String(Files.readAllBytes(environ), StandardCharsets.ISO_8859_1).contains(mark);
        } catch (IOException e) {
            return false; // the process has ended, or belongs to another user
        }
    }

    /**
     * The memory that processes hold for themselves now, in bytes: pages that are in memory and come from no file. Linux
     * only; elsewhere, and for processes that have ended, 0.
     */
    static long memory(Stream<ProcessHandle> processes) {
        return processes
                .mapToLong(process -> memory(PROC.resolve(Long.toString(process.pid()))))
                .sum();
    }

    private static long memory(Path process) {
        try (Stream<String> lines = Files.lines(process.resolve("status"), StandardCharsets.ISO_8859_1)) {
            return lines.map(OWN_MEMORY::matcher)
                    .filter(Matcher::matches)
                    .mapToLong(line -> Long.parseLong(line.group(1)) << 10)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0; // ended meanwhile
        }
    }

    /**
     * Returns the processor time that a process and its live descendants have used; zero if the system does not provide
     * it.
     */
    public static Duration cpu(ProcessHandle process) {
        return process.descendants().map(ProcessTree::own).reduce(own(process), Duration::plus);
    }

    /**
     * Returns the processor time in nanoseconds of the descendants killed here. The system accounts it to no process,
     * because nothing waits for the children of a killed process.
     */
    public static long killedNanos() {
        return KILLED_NANOS.sum();
    }

    private static Duration own(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
