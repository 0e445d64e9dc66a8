package bouncer.app.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes the mount table of a child's file system, which contains nothing else. Stateless. */
final class MountTable {
    private static final List<String> SYSTEM =
            List.of("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/etc", "/nix/store", "/gnu/store");
    /** Mount flags that cannot be removed within a user namespace when a mount is made read-only. */
    private static final Set<String> STICKY =
            Set.of("nosuid", "nodev", "noexec", "noatime", "nodiratime", "relatime", "strictatime");

    private MountTable() {}

    /**
     * Returns the mounts below an empty root, in the order in which they must be made.
     *
     * @param visible the directories that the child may read
     */
    static String of(Path root, List<Path> visible) throws IOException {
        List<String[]> host = hostMounts();
        StringBuilder table = new StringBuilder();
        Set<Path> bound = new LinkedHashSet<>();
        for (String name : SYSTEM) {
            if (Files.isDirectory(Path.of(name))) {
                bind(table, root, Path.of(name), "bind", host);
                bound.add(Path.of(name));
            }
        }
        bind(table, root, Path.of("/dev"), "rbind", host);
        line(table, "cage", root + "/dev/shm", "tmpfs", "nosuid,nodev,mode=1777,size=64m");
        line(table, "cage", root + "/proc", "proc", "ro,nosuid,nodev,noexec,X-mount.mkdir");
        line(table, "cage", root + "/tmp", "tmpfs", "nosuid,nodev,mode=1777,size=256m,X-mount.mkdir");
        for (Path path : all(visible)) {
            if (bound.stream().noneMatch(path::startsWith)) {
                bind(table, root, path, "bind", host);
                bound.add(path);
            }
        }
        return table.toString();
    }

    /** Returns the JDK under both of its names and the visible directories, parents before their subdirectories. */
    private static List<Path> all(List<Path> visible) throws IOException {
        Set<Path> paths = new LinkedHashSet<>();
        Path java = Path.of(System.getProperty("java.home"));
        paths.add(java);
        paths.add(java.toRealPath());
        for (Path path : visible) {
            paths.add(path.toAbsolutePath().normalize());
        }
        return paths.stream().sorted(Comparator.comparing(Path::getNameCount)).toList();
    }

    private static void bind(StringBuilder table, Path root, Path path, String kind, List<String[]> host)
            throws IOException {
        List<String> options = new ArrayList<>(List.of(kind, "ro", "X-mount.mkdir"));
        options.addAll(sticky(path.toRealPath(), host));
        line(table, path.toString(), root + path.toString(), "none", String.join(",", options));
    }

    private static void line(StringBuilder table, String what, String where, String type, String options) {
        table.append(escape(what)).append(' ').append(escape(where)).append(' ');
        table.append(type).append(' ').append(options).append(" 0 0\n");
    }

    private static String escape(String path) {
        return path.replace("\\", "\\134")
                .replace(" ", "\\040")
                .replace("\t", "\\011")
                .replace("\n", "\\012");
    }

    private static List<String> sticky(Path path, List<String[]> host) {
        String options = "";
        int longest = -1;
        for (String[] mount : host) {
            if (mount[0].length() >= longest && path.startsWith(mount[0])) {
                longest = mount[0].length();
                options = mount[1];
            }
        }
        return List.of(options.split(",")).stream().filter(STICKY::contains).toList();
    }

    private static List<String[]> hostMounts() throws IOException {
        List<String[]> mounts = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("/proc/self/mountinfo"), StandardCharsets.ISO_8859_1)) {
            String[] fields = line.split(" ", -1);
            if (fields.length > 5 && fields[4].startsWith("/")) {
                mounts.add(new String[] {fields[4], fields[5]});
            }
        }
        return mounts;
    }
}
