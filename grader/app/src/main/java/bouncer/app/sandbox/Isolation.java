package bouncer.app.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What the operating system puts around a child process: on Linux, where it can be had, namespaces in which the child
 * sees a read-only JDK, its own empty {@code /tmp}, no network and no process but its own. Immutable, thread-safe.
 */
public final class Isolation {
    private static final int PROBE_SECONDS = 60;
    private static final int FIRST_UID = 61_500;
    private final List<String> prefix;
    private final String description;
    private final boolean namespaces;

    private Isolation(List<String> prefix, String description, boolean namespaces) {
        this.prefix = List.copyOf(prefix);
        this.description = description;
        this.namespaces = namespaces;
    }

    /** Plain processes with an environment of their own. */
    public static Isolation none() {
        return new Isolation(List.of(), "process only", false);
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
        if (Files.isDirectory(Path.of("/proc/self/ns"))) {
            Isolation caged = namespaces(scratch);
            why = caged.trial(scratch);
            if (why.isEmpty()) {
                return caged;
            }
        }
        if (mode == IsolationMode.REQUIRE) {
            throw new NoIsolationException(why);
        }
        Isolation limited = new Isolation(
                List.of("/bin/sh", "-c", "ulimit -c 0; ulimit -f 524288; exec \"$@\"", "limits"),
                "process only",
                false);
        return limited.trial(scratch).isEmpty() ? limited : none();
    }

    private static Isolation namespaces(Path scratch) throws IOException {
        boolean root =
                "0".equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid").toString());
        Path empty = Files.createDirectories(scratch.resolve("root"));
        List<String> prefix = new ArrayList<>(List.of("unshare"));
        if (!root) {
            prefix.addAll(List.of("--user", "--map-root-user"));
        }
        prefix.addAll(List.of("--mount", "--pid", "--fork", "--net", "--ipc", "--kill-child=KILL"));
        // A user of this run alone: nothing else of the machine's belongs to it, and limits count per user.
        String uid = root ? Long.toString(FIRST_UID + ProcessHandle.current().pid() % 4_000) : "-";
        prefix.addAll(List.of("/bin/sh", "-c", script(), "cage", empty.toString(), FSTAB, uid));
        return new Isolation(prefix, root ? "namespaces+uid+rlimits" : "namespaces+rlimits", true);
    }

    private static final String FSTAB = "(fstab)";

    private static String script() throws IOException {
        try (InputStream script = Isolation.class.getResourceAsStream("cage.sh")) {
            if (script == null) {
                throw new IOException("cage.sh is not in the jar");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Runs java in it once; returns why that did not work, or nothing. */
    private String trial(Path scratch) throws IOException, InterruptedException {
        Path log = scratch.resolve("trial.log");
        List<String> command =
                List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-version");
        try {
            Process process = builder(command, List.of(), scratch)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
                Descendants.end(process);
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

    /** What a report says about it: {@code namespaces+uid+rlimits}, {@code namespaces+rlimits} or {@code process only}. */
    public String description() {
        return description;
    }

    /** Whether ending the process ends all that it ever started, and its user may not be able to read our files. */
    boolean namespaces() {
        return namespaces;
    }

    /**
     * Prepares a process with a clean environment.
     *
     * @param command what to run
     * @param visible directories and files it may read, beside the JDK and the system's libraries
     * @param scratch a directory of ours in which this process's mount table may be put
     */
    public ProcessBuilder builder(List<String> command, List<Path> visible, Path scratch) throws IOException {
        List<String> whole = new ArrayList<>();
        for (String word : prefix) {
            whole.add(word.equals(FSTAB) ? fstab(visible, scratch).toString() : word);
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
        return namespaces ? Kit.copy(entries, directory) : entries;
    }

    /** Lets the child's user read what was put into a directory that it sees. */
    public void publish(Path tree) throws IOException {
        if (namespaces) {
            Kit.readable(tree);
        }
    }

    private Path fstab(List<Path> visible, Path scratch) throws IOException {
        Path file = Files.createTempFile(scratch, "cage", ".fstab");
        Path root = Path.of(prefix.get(prefix.indexOf("cage") + 1));
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
