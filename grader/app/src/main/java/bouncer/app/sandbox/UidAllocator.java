package bouncer.app.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Allocates user ids for child processes, if this process is root on Linux. Each is used by one child at a time and
 * owns nothing else, so limits apply to each child separately, and every process of the user belongs to the child.
 * Thread-safe.
 */
final class UidAllocator {
    /** The value that stands for the user of this process. */
    static final int SAME_USER = -1;

    private static final int FIRST = 61_500;
    private static final int COUNT = 4_000;
    private static final Path SELF = Path.of("/proc/self");
    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() * 37 % COUNT));

    private UidAllocator() {}

    /** Returns true if this process is root on Linux, so that children can run as other users. */
    static boolean isAvailable() {
        try {
            return Files.isDirectory(SELF) && owner(SELF) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Returns a user id that has no processes.
     *
     * @throws IOException if there is none
     */
    static synchronized int free() throws IOException {
        for (int i = 0; i < COUNT; i++) {
            int uid = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
            if (ProcessTree.find(process -> isOwnedBy(process, uid)).isEmpty()) {
                return uid;
            }
        }
        throw new IOException("Every user from " + FIRST + " on has processes");
    }

    /** Kills every process of a user, and waits until none is left. */
    static void end(int uid) {
        ProcessTree.endAll(process -> isOwnedBy(process, uid));
    }

    /** The processes of a user of ours. */
    static List<ProcessHandle> processes(int uid) {
        return ProcessTree.find(process -> isOwnedBy(process, uid));
    }

    /**
     * Makes a user the owner of a directory. The user can pass through its parent directories but not list them. The
     * content is not touched, because it may have links that an earlier user created.
     *
     * @param directory the directory to give away
     * @param home the parent directory to pass through
     * @param uid the user
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
            return false; // the process has ended
        }
    }

    private static int owner(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }
}
