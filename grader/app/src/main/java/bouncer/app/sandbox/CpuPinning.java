package bouncer.app.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Reserves processors for explorations on JDKs without continuations, where the engine's threads hand over to each
 * other: waking a thread on an idle processor takes several times as long as on the current one. Linux only, by {@code
 * taskset}. Thread-safe.
 */
final class CpuPinning {
    private static final int CONTINUATIONS = 21;
    private static final int TRIAL_SECONDS = 10;
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String ALLOWED = "Cpus_allowed_list:";
    private static final Set<Integer> TAKEN = new HashSet<>();

    private CpuPinning() {}

    /**
     * A reserved processor. Closing it makes the processor available again.
     *
     * @param processor its number
     */
    record Held(int processor) implements AutoCloseable {
        /** Returns the words to put before a command so that it runs on this processor. */
        List<String> prefix() {
            return List.of("taskset", "-c", Integer.toString(processor));
        }

        @Override
        public void close() {
            synchronized (TAKEN) {
                TAKEN.remove(processor);
            }
        }
    }

    /**
     * Reserves a processor that no other exploration of this process uses; empty if none is left or pinning has no
     * benefit.
     */
    static Optional<Held> hold() {
        List<Integer> free = new ArrayList<>(Lazy.USABLE);
        synchronized (TAKEN) {
            free.removeAll(TAKEN);
            if (free.isEmpty()) {
                return Optional.empty();
            }
            // Other processes of Bouncer may be choosing at the same time.
            Collections.shuffle(free);
            TAKEN.add(free.get(0));
            return Optional.of(new Held(free.get(0)));
        }
    }

    /** Determines the usable processors once. */
    private static final class Lazy {
        static final List<Integer> USABLE = usable();
    }

    private static List<Integer> usable() {
        if (Runtime.version().feature() >= CONTINUATIONS || !Files.isReadable(STATUS)) {
            return List.of();
        }
        try {
            List<Integer> allowed = Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(ALLOWED))
                    .findFirst()
                    .map(line -> parse(line.substring(ALLOWED.length()).strip()))
                    .orElse(List.of());
            return allowed.size() > 1 && works(allowed.get(0)) ? allowed : List.of();
        } catch (IOException | NumberFormatException e) {
            return List.of(); // then nothing is pinned
        }
    }

    /** Parses a list such as {@code 0-3,8}. */
    static List<Integer> parse(String list) {
        List<Integer> found = new ArrayList<>();
        for (String range : list.split(",", -1)) {
            String[] ends = range.split("-", -1);
            for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[ends.length - 1]); i++) {
                found.add(i);
            }
        }
        return List.copyOf(found);
    }

    private static boolean works(int processor) throws IOException {
        List<String> command = new ArrayList<>(new Held(processor).prefix());
        command.add("true");
        Process trial = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return trial.waitFor(TRIAL_SECONDS, TimeUnit.SECONDS) && trial.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
