package bouncer.app.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Takes the Java sources out of a zip file. Everything else in it is left packed, so that nothing but sources can weigh
 * anything; what claims to be small and is not, or wants to lie elsewhere, is refused. Stateless.
 */
final class Archives {
    private static final long LARGEST_ARCHIVE = 256L << 20;
    private static final int MOST_ENTRIES = 20_000;
    private static final int MOST_FILES = 1_000;
    private static final long LARGEST_FILE = 1L << 20;
    private static final long LARGEST_SUM = 16L << 20;
    private static final int DEEPEST = 24;

    private Archives() {}

    /** An archive that cannot be taken; the message is for the student. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * Unpacks into an empty directory.
     *
     * @throws Refused if the archive is broken, too large, or not what a submission may be
     * @throws IOException if the machine does not let us write
     */
    static void unpack(Path archive, Path into) throws Refused, IOException {
        if (Files.size(archive) > LARGEST_ARCHIVE) {
            throw new Refused("The archive is larger than 256 MiB");
        }
        try (ZipFile zip = new ZipFile(archive.toFile(), StandardCharsets.UTF_8)) {
            if (zip.size() > MOST_ENTRIES) {
                throw new Refused("The archive has more than " + MOST_ENTRIES + " entries");
            }
            long left = LARGEST_SUM;
            int files = 0;
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Path target = place(entry.getName(), into);
                if (entry.isDirectory() || !entry.getName().endsWith(".java") || ignored(entry.getName())) {
                    continue;
                }
                if (++files > MOST_FILES) {
                    throw new Refused("The archive has more than " + MOST_FILES + " Java files");
                }
                byte[] bytes = read(zip, entry);
                left -= bytes.length;
                if (left < 0) {
                    throw new Refused("The Java files in the archive are larger than 16 MiB together");
                }
                Files.createDirectories(target.getParent());
                Files.write(target, bytes, java.nio.file.StandardOpenOption.CREATE_NEW);
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new Refused("The archive cannot be read: " + e.getMessage());
        } catch (FileAlreadyExistsException e) {
            throw new Refused("The archive holds a file twice: " + into.relativize(Path.of(e.getFile())));
        }
    }

    private static Path place(String name, Path into) throws Refused {
        try {
            String forward = name.replace('\\', '/');
            Path target = into.resolve(forward).normalize();
            boolean inside = target.startsWith(into) && !forward.startsWith("/") && !forward.contains("../");
            if (!inside || target.getNameCount() - into.getNameCount() > DEEPEST) {
                throw new Refused("The archive holds an entry that would lie outside of it: " + name);
            }
            return target;
        } catch (InvalidPathException e) {
            throw new Refused("The archive holds a name that no file can have: " + name);
        }
    }

    private static boolean ignored(String name) {
        return name.startsWith("__MACOSX/")
                || name.contains("/.git/")
                || name.toLowerCase(Locale.ROOT).contains("/._");
    }

    /** The header's size is a claim; what counts is what comes out. */
    private static byte[] read(ZipFile zip, ZipEntry entry) throws IOException, Refused {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw new Refused(entry.getName() + " in the archive is larger than 1 MiB");
            }
            return bytes;
        }
    }
}
