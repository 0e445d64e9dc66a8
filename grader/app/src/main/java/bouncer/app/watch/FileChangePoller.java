package bouncer.app.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Detects saves of the Java files below a directory by polling. Comparing the times and sizes of a few files takes
 * microseconds, and unlike file events it works on network drives, in containers and on every system. Used by one
 * thread.
 */
public final class FileChangePoller {
    /** The interval at which to poll, in milliseconds. */
    public static final int TICK_MILLIS = 50;

    private static final int STILL_MILLIS = 30;
    private static final String EMPTY = " 0";
    private static final int EMPTY_MILLIS = 1_000;
    private final Path directory;
    private Map<Path, String> seen;

    /** Takes the current files as the initial state. */
    public FileChangePoller(Path directory) {
        this.directory = directory;
        this.seen = look();
    }

    /**
     * Returns true if a file was saved, added or deleted since the last call that returned true, or since the
     * beginning. Editors empty a file before they fill it. Therefore a change counts only after 30 ms without another
     * one, and the call waits up to a second for a file that has become empty to be filled.
     */
    public boolean any() throws InterruptedException {
        Map<Path, String> now = look();
        if (now.equals(seen)) {
            return false;
        }
        long patience = System.nanoTime() + EMPTY_MILLIS * 1_000_000L;
        for (Map<Path, String> before = Map.of();
                !now.equals(before) || (hasBecomeEmpty(now) && System.nanoTime() < patience);
                now = look()) {
            before = now;
            Thread.sleep(STILL_MILLIS);
        }
        boolean changed = !now.equals(seen);
        seen = now;
        return changed;
    }

    private boolean hasBecomeEmpty(Map<Path, String> now) {
        return now.entrySet().stream()
                .anyMatch(file -> isEmpty(file.getValue()) && !isEmpty(seen.getOrDefault(file.getKey(), EMPTY)));
    }

    private static boolean isEmpty(String state) {
        return state.endsWith(EMPTY);
    }

    private Map<Path, String> look() {
        Map<Path, String> found = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path :
                    paths.filter(file -> file.toString().endsWith(".java")).toList()) {
                BasicFileAttributes attributes =
                        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                found.put(path, attributes.lastModifiedTime().toMillis() + " " + attributes.size());
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            // An editor may be replacing a file at this moment; the next poll sees the result.
            found.put(directory, "being saved");
        }
        return found;
    }
}
