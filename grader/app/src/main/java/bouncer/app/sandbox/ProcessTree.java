package bouncer.app.sandbox;

import java.io.IOException;
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

/** Ends a process with all it started, and counts what they cost. Stateless. */
public final class ProcessTree {
    private static final int MOST_ROUNDS = 50;
    private static final Path PROC = Path.of("/proc");
    private static final LongAdder KILLED_NANOS = new LongAdder();

    private ProcessTree() {}

    /** Ends a process and its descendants, and waits until none of them is left. */
    public static void end(Process process) throws InterruptedException {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            // A child made while we look is found in the next round; its parent cannot make more by then.
            List<ProcessHandle> found = process.descendants().toList();
            if (round == 0) {
                found.forEach(child -> KILLED_NANOS.add(own(child).toNanos()));
            }
            process.destroyForcibly();
            found.forEach(ProcessHandle::destroyForcibly);
            if (process.waitFor(20, TimeUnit.MILLISECONDS) && found.stream().noneMatch(ProcessHandle::isAlive)) {
                return;
            }
        }
    }

    /**
     * Ends the processes that left the tree (a {@code setsid} child of a child that ended): all whose environment
     * carries a mark that only one worker was given. Linux only; elsewhere there is no way to find them.
     */
    static void endMarked(String mark) throws InterruptedException {
        endAll(process -> carries(process.resolve("environ"), mark));
    }

    /**
     * Ends processes wherever they hide, and waits until none is left. Linux only; elsewhere none is found.
     *
     * @param wanted which, by their directories in {@code /proc}
     */
    static void endAll(Predicate<Path> wanted) throws InterruptedException {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<ProcessHandle> found = find(wanted);
            if (found.isEmpty()) {
                return;
            }
            found.forEach(ProcessHandle::destroyForcibly);
            Thread.sleep(10);
        }
    }

    /** All processes of the system that are wanted, by their directories in {@code /proc}; none where there is no such thing. */
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
            return false; // ended meanwhile, or another user's
        }
    }

    /** Processor time of a process and its live descendants so far; zero where the system does not say. */
    public static Duration cpu(ProcessHandle process) {
        return process.descendants().map(ProcessTree::own).reduce(own(process), Duration::plus);
    }

    /**
     * Processor time of what was ended here so far, in nanoseconds, without the processes themselves: nobody waits for the
     * children of a process that is killed, so that the system adds their time to no one's.
     */
    public static long killedNanos() {
        return KILLED_NANOS.sum();
    }

    private static Duration own(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
