package bouncer.demo.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs in a directory of their own. PostgreSQL refuses to run as root: there, the directory belongs to
 * the user {@code nobody} and so do the processes.
 *
 * @param root the directory, deleted at the end
 * @param asNobody the words before a command that make it run as somebody who is not root; empty when not needed
 * @param brood the programs that run
 */
record Binaries(Path root, List<String> asNobody, ChildProcesses brood) implements AutoCloseable {
    private static final int DELETIONS = 20;
    private static final long PAUSE_NANOS = 50_000_000;

    /** Makes the directory, with nothing in it yet. */
    static Binaries create() throws IOException {
        boolean root = "root".equals(System.getProperty("user.name")) && !isWindows();
        List<String> asNobody = root ? becomeNobody() : List.of();
        // By this name, what a process that was killed left behind can be told from what is in use.
        Path directory =
                Files.createTempDirectory("bouncer-" + ProcessHandle.current().pid() + "-postgres");
        return new Binaries(directory, asNobody, new ChildProcesses());
    }

    /** Puts the programs into it. */
    void unpack() throws IOException {
        String archive = archive();
        try (InputStream raw = Binaries.class.getResourceAsStream("/" + archive)) {
            if (raw == null) {
                throw new IOException("there are no PostgreSQL programs for this system (" + archive + ")");
            }
            extract(raw);
        }
        if (!asNobody.isEmpty()) {
            giveAway();
        }
    }

    private static List<String> becomeNobody() throws IOException {
        if (Files.isExecutable(Path.of("/usr/bin/setpriv"))) {
            return List.of("/usr/bin/setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups", "--");
        }
        for (String runuser : List.of("/usr/sbin/runuser", "/sbin/runuser")) {
            if (Files.isExecutable(Path.of(runuser))) {
                return List.of(runuser, "-u", "nobody", "--");
            }
        }
        throw new IOException("PostgreSQL refuses to run as root, and neither setpriv nor runuser is here");
    }

    private static String archive() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        String family = isWindows() ? "windows" : os.contains("mac") ? "darwin" : "linux";
        return "postgres-" + family + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win")
                && !System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("darwin");
    }

    private void extract(InputStream raw) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(raw)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                brood.check();
                Path target = root.resolve(entry.getName()).normalize();
                if (!target.startsWith(root)) {
                    throw new IOException("an entry outside the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(target.getParent());
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
                    boolean program = (entry.getMode() & 0100) != 0;
                    if (program && !isWindows()) {
                        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
    }

    private void giveAway() throws IOException {
        UserPrincipal nobody =
                root.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        Files.setOwner(root, nobody);
    }

    /** The words that run one of the programs. */
    List<String> command(String tool) {
        String program = root.resolve("bin").resolve(tool).toString() + (isWindows() ? ".exe" : "");
        return Stream.concat(asNobody.stream(), Stream.of(program)).toList();
    }

    /** Starts a process that writes what it says to a file. */
    Process start(List<String> command, String log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(root.resolve(log).toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("HOME", root.toString());
        return brood.start(builder);
    }

    /** The end of a log, for a message. */
    String log(String name) {
        String text = Postgres.text(root.resolve(name));
        return text.length() <= 400 ? text : "… " + text.substring(text.length() - 400);
    }

    /** Ends what runs and deletes the directory; who still writes there finds out soon that it is over. */
    @Override
    public void close() {
        brood.end();
        for (int i = 0; i < DELETIONS && Files.exists(root); i++) {
            try (Stream<Path> paths = Files.walk(root)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException | UncheckedIOException e) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        if (Files.exists(root)) {
            System.err.println("Could not delete " + root);
        }
    }
}
