package bouncer.app.sandbox;

import bouncer.app.files.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * The isolation of child processes by the operating system. On Linux, if available, by namespaces in which the child
 * sees only a read-only JDK, its own empty {@code /tmp}, no network and no other processes. If root may not create
 * namespaces, as in most containers, by a separate user who can neither write our files nor end our processes.
 * Immutable, thread-safe.
 */
public final class Isolation {
    private static final int PROBE_SECONDS = 60;
    private static final String FSTAB = "(fstab)";
    private static final String UID = "(uid)";
    private static final String LIMITED = "ulimit -c 0; ulimit -f 524288; exec \"$@\"";
    private final Mechanism mechanism;
    private final List<String> prefix;

    private enum Mechanism {
        PROCESS("process only"),
        USER("uid+rlimits"),
        NAMESPACES("namespaces+rlimits"),
        NAMESPACES_AND_USER("namespaces+uid+rlimits");

        private final String description;

        Mechanism(String description) {
            this.description = description;
        }
    }

    private Isolation(Mechanism mechanism, List<String> prefix) {
        this.mechanism = mechanism;
        this.prefix = List.copyOf(prefix);
    }

    /** Returns no isolation: plain processes with a clean environment. */
    public static Isolation none() {
        return new Isolation(Mechanism.PROCESS, List.of());
    }

    /**
     * Finds the strongest isolation that works on this machine and fits the mode.
     *
     * @param mode the isolation that is asked for
     * @param scratch a directory for the trial and for the empty root of the children's file systems
     * @throws NoIsolationException if the mode requires an isolation that is not available
     * @throws IOException if files cannot be written
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
        if (UidAllocator.isAvailable()) {
            Isolation user = new Isolation(Mechanism.USER, words("user.sh", UID));
            why = user.trial(scratch);
            if (why.isEmpty()) {
                return user;
            }
        }
        if (mode == IsolationMode.USER) {
            throw new NoIsolationException(
                    UidAllocator.isAvailable() ? why : "only root can give a submission a user of its own");
        }
        Isolation limited = new Isolation(Mechanism.PROCESS, List.of("/bin/sh", "-c", LIMITED, "limits"));
        return limited.trial(scratch).isEmpty() ? limited : none();
    }

    private static Isolation namespaces(Path scratch) throws IOException {
        boolean root = UidAllocator.isAvailable();
        Path empty = Files.createDirectories(scratch.resolve("root"));
        List<String> prefix = new ArrayList<>(List.of("unshare"));
        if (!root) {
            prefix.addAll(List.of("--user", "--map-root-user"));
        }
        prefix.addAll(List.of("--mount", "--pid", "--fork", "--net", "--ipc", "--kill-child=KILL"));
        prefix.addAll(words("cage.sh", empty.toString(), FSTAB, root ? UID : "-"));
        return new Isolation(root ? Mechanism.NAMESPACES_AND_USER : Mechanism.NAMESPACES, prefix);
    }

    private static List<String> words(String script, String... arguments) {
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", Resources.text(Isolation.class, script), script));
        words.addAll(List.of(arguments));
        return words;
    }

    /** Runs java once with this isolation. Returns why that failed, or an empty string. */
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

    /** Returns the path of the java executable of this process. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Returns the description for reports, such as {@code namespaces+uid+rlimits}, {@code uid+rlimits} or {@code
     * process only}.
     */
    public String description() {
        return mechanism.description;
    }

    /** Returns true if the end of a child also ends all processes that it started. */
    boolean namespaces() {
        return mechanism == Mechanism.NAMESPACES || mechanism == Mechanism.NAMESPACES_AND_USER;
    }

    /**
     * Returns the user for the next child, or {@link UidAllocator#SAME_USER} if children run as the user of this
     * process.
     *
     * @throws IOException if no user is free
     */
    public int newUser() throws IOException {
        return mechanism == Mechanism.USER || mechanism == Mechanism.NAMESPACES_AND_USER
                ? UidAllocator.free()
                : UidAllocator.SAME_USER;
    }

    /**
     * Prepares a process with a clean environment.
     *
     * @param command the command to run
     * @param visible the directories and files that it may read besides the JDK and the system's libraries
     * @param scratch a directory for the process's mount table
     * @param user the result of {@link #newUser}
     * @throws IOException if the mount table cannot be written
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
            environment.put("SystemRoot", systemRoot); // Windows cannot start programs without it
        }
        return builder;
    }

    /**
     * Returns class path entries under names that a child can read. They are copies if the child runs as another user
     * or sees only part of the file system.
     *
     * @param entries jars or directories
     * @param directory the directory for copies
     * @throws IOException if an entry cannot be copied
     */
    public List<Path> reachable(List<Path> entries, Path directory) throws IOException {
        return mechanism == Mechanism.PROCESS ? entries : ReadableCopies.copy(entries, directory);
    }

    /**
     * Makes a directory that a child can see readable for the child's user.
     *
     * @throws IOException if permissions cannot be changed
     */
    public void publish(Path tree) throws IOException {
        if (mechanism != Mechanism.PROCESS) {
            ReadableCopies.readable(tree);
        }
        if (mechanism == Mechanism.USER) {
            ReadableCopies.passable(Objects.requireNonNull(tree.toAbsolutePath().getParent()));
        }
    }

    private Path fstab(List<Path> visible, Path scratch) throws IOException {
        Path file = Files.createTempFile(scratch, "cage", ".fstab");
        Path root = Path.of(prefix.get(prefix.indexOf("cage.sh") + 1));
        // A bind mount of a file needs an existing file as its target, so its directory is mounted instead.
        List<Path> directories = visible.stream()
                .map(path ->
                        Files.isDirectory(path) ? path : path.toAbsolutePath().getParent())
                .distinct()
                .toList();
        Files.writeString(file, MountTable.of(root, directories), StandardCharsets.UTF_8);
        return file;
    }
}
