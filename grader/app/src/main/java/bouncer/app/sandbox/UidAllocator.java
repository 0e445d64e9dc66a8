package bouncer.app.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Users that exist for one child process only, where we are root on Linux: nothing else of the machine's belongs to them,
 * limits count for each by itself, and what runs as one of them is the child's. Thread-safe.
 */
final class UidAllocator {
    /** Our own: no account. */
    static final int NOBODY = -1;

    private static final int FIRST = 61_500;
    private static final int COUNT = 4_000;
    private static final Path SELF = Path.of("/proc/self");
    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() * 37 % COUNT));

    private UidAllocator() {}

    /** Whether this process may become anybody: root of Linux, as far as its user tells. */
    static boolean areToBeHad() {
        try {
            return Files.isDirectory(SELF) && owner(SELF) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** A user whom no process belongs to. */
    static synchronized int free() throws IOException {
        for (int i = 0; i < COUNT; i++) {
            int uid = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
            if (ProcessTree.find(process -> isOwnedBy(process, uid)).isEmpty()) {
                return uid;
            }
        }
        throw new IOException("Every user from " + FIRST + " on has processes");
    }

    /** Ends every process of a user of ours, wherever it hides, and waits until none is left. */
    static void end(int uid) throws InterruptedException {
        ProcessTree.endAll(process -> isOwnedBy(process, uid));
    }

    /**
     * Gives a user a directory to write to, below one that the user may pass through and not look into. Of what lies in it
     * nothing is touched: it may be a link that an earlier user laid.
     */
    static void give(Path directory, Path home, int uid) throws IOException {
        ReadableCopies.passable(home);
        ReadableCopies.passable(Objects.requireNonNull(home.toAbsolutePath().getParent()));
        Files.setAttribute(directory, "unix:uid", uid);
    }

    private static boolean isOwnedBy(Path process, int uid) {
        try {
            return owner(process) == uid;
        } catch (IOException e) {
            return false; // ended meanwhile
        }
    }

    private static int owner(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }
}
