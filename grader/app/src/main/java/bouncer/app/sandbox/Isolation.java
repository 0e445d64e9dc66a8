package bouncer.app.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What the operating system puts around a child process: on Linux, where it can be had, namespaces in which the child
 * sees a read-only JDK, its own empty {@code /tmp}, no network and no process but its own; where root may not make them
 * (most containers), a user of its own, who can write and end nothing of ours. Immutable, thread-safe.
 */
public final class Isolation {
    private static final int PROBE_SECONDS = 60;
    private static final String FSTAB = "(fstab)";
    private static final String UID = "(uid)";
    private static final String LIMITED = "ulimit -c 0; ulimit -f 524288; exec \"$@\"";
    private final Walls walls;
    private final List<String> prefix;

    private enum Walls {
        PROCESS("process only"),
        USER("uid+rlimits"),
        NAMESPACES("namespaces+rlimits"),
        NAMESPACES_AND_USER("namespaces+uid+rlimits");

        private final String description;

        Walls(String description) {
            this.description = description;
        }
    }

    private Isolation(Walls walls, List<String> prefix) {
        this.walls = walls;
        this.prefix = List.copyOf(prefix);
    }

    /** Plain processes with an environment of their own. */
    public static Isolation none() {
        return new Isolation(Walls.PROCESS, List.of());
    }

    /**
     * Tries out what this machine offers.
     *
     * @param scratch a directory of ours, for the trial and as the empty root of every cage
     * @throws NoIsolationException if the mode demands what cannot be had
     */
    public static Isolation probe(IsolationMode mode, Path scratch) throws IOException, InterruptedException {
        if (mode == IsolationMode.NONE) {
            return none();
        }
        String why = "namespaces exist on Linux only";
        if (mode != IsolationMode.USER && Files.isDirectory(Path.of("/proc/self/ns"))) {
            Isolation caged = namespaces(scratch);
            why = caged.trial(scratch);
            if (why.isEmpty()) {
                return caged;
            }
        }
        if (mode == IsolationMode.REQUIRE) {
            throw new NoIsolationException(why);
        }
        if (UidAllocator.areToBeHad()) {
            Isolation user = new Isolation(Walls.USER, words("user.sh", UID));
            why = user.trial(scratch);
            if (why.isEmpty()) {
                return user;
            }
        }
        if (mode == IsolationMode.USER) {
            throw new NoIsolationException(
                    UidAllocator.areToBeHad() ? why : "only root can give a submission a user of its own");
        }
        Isolation limited = new Isolation(Walls.PROCESS, List.of("/bin/sh", "-c", LIMITED, "limits"));
        return limited.trial(scratch).isEmpty() ? limited : none();
    }

    private static Isolation namespaces(Path scratch) throws IOException {
        boolean root = UidAllocator.areToBeHad();
        Path empty = Files.createDirectories(scratch.resolve("root"));
        List<String> prefix = new ArrayList<>(List.of("unshare"));
        if (!root) {
            prefix.addAll(List.of("--user", "--map-root-user"));
        }
        prefix.addAll(List.of("--mount", "--pid", "--fork", "--net", "--ipc", "--kill-child=KILL"));
        prefix.addAll(words("cage.sh", empty.toString(), FSTAB, root ? UID : "-"));
        return new Isolation(root ? Walls.NAMESPACES_AND_USER : Walls.NAMESPACES, prefix);
    }

    private static List<String> words(String script, String... arguments) throws IOException {
        try (InputStream text = Isolation.class.getResourceAsStream(script)) {
            if (text == null) {
                throw new IOException(script + " is not in the jar");
            }
            List<String> words = new ArrayList<>(List.of("/bin/sh", "-c"));
            words.add(new String(text.readAllBytes(), StandardCharsets.UTF_8));
            words.add(script);
            words.addAll(List.of(arguments));
            return words;
        }
    }

    /** Runs java in it once, which must see our directory; returns why that did not work, or nothing. */
    private String trial(Path scratch) throws IOException, InterruptedException {
        Path log = scratch.resolve("trial.log");
        Path seen = Files.createDirectories(scratch.resolve("trial"));
        List<String> command = List.of(
                "/bin/sh",
                "-c",
                "cd \"$1\" && shift && exec \"$@\"",
                "trial",
                seen.toString(),
                java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-version");
        try {
            publish(seen);
            Process process = builder(command, List.of(seen), scratch, newUser())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
                ProcessTree.end(process);
                return "a trial did not end";
            }
            String said = Files.readString(log, StandardCharsets.ISO_8859_1).strip();
            return process.exitValue() == 0 ? "" : said.isEmpty() ? "exit " + process.exitValue() : said;
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** The java executable that runs us. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** What a report says about it, such as {@code namespaces+uid+rlimits}, {@code uid+rlimits} or {@code process only}. */
    public String description() {
        return walls.description;
    }

    /** Whether ending the process ends all that it ever started. */
    boolean namespaces() {
        return walls == Walls.NAMESPACES || walls == Walls.NAMESPACES_AND_USER;
    }

    /** The user that the next child is to be, or {@link UidAllocator#NOBODY} where it stays the one we are. */
    public int newUser() throws IOException {
        return walls == Walls.USER || walls == Walls.NAMESPACES_AND_USER ? UidAllocator.free() : UidAllocator.NOBODY;
    }

    /**
     * Prepares a process with a clean environment.
     *
     * @param command what to run
     * @param visible directories and files it may read, beside the JDK and the system's libraries
     * @param scratch a directory of ours in which this process's mount table may be put
     * @param user of {@link #newUser}
     */
    public ProcessBuilder builder(List<String> command, List<Path> visible, Path scratch, int user) throws IOException {
        List<String> whole = new ArrayList<>();
        for (String word : prefix) {
            whole.add(
                    word.equals(FSTAB)
                            ? fstab(visible, scratch).toString()
                            : word.equals(UID) ? Integer.toString(user) : word);
        }
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole);
        Map<String, String> environment = builder.environment();
        String inherited = environment.getOrDefault("PATH", "");
        String systemRoot = environment.get("SystemRoot");
        environment.clear();
        String bin = Path.of(System.getProperty("java.home"), "bin").toString();
        environment.put("PATH", bin + System.getProperty("path.separator") + inherited);
        environment.put("LANG", "C.UTF-8");
        if (systemRoot != null) {
            environment.put("SystemRoot", systemRoot); // Windows starts nothing without it
        }
        return builder;
    }

    /**
     * Returns class path entries under names that a child can read: copies, where it is another user or sees only part
     * of the file system.
     *
     * @param directory where copies go
     */
    public List<Path> reachable(List<Path> entries, Path directory) throws IOException {
        return walls == Walls.PROCESS ? entries : ReadableCopies.copy(entries, directory);
    }

    /** Lets the child's user read what was put into a directory that it sees. */
    public void publish(Path tree) throws IOException {
        if (walls != Walls.PROCESS) {
            ReadableCopies.readable(tree);
        }
        if (walls == Walls.USER) {
            ReadableCopies.passable(Objects.requireNonNull(tree.toAbsolutePath().getParent()));
        }
    }

    private Path fstab(List<Path> visible, Path scratch) throws IOException {
        Path file = Files.createTempFile(scratch, "cage", ".fstab");
        Path root = Path.of(prefix.get(prefix.indexOf("cage.sh") + 1));
        // A bind mount of a file would need a file to be there; its directory does as well.
        List<Path> directories = visible.stream()
                .map(path ->
                        Files.isDirectory(path) ? path : path.toAbsolutePath().getParent())
                .distinct()
                .toList();
        Files.writeString(file, MountTable.of(root, directories), StandardCharsets.UTF_8);
        return file;
    }
}
