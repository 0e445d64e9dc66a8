package bouncer.app.batch;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Extracts the Java sources of an archive. No other entry is unpacked. An archive whose sources exceed the limits, or
 * with an entry that would lie outside the target directory, is refused. Stateless.
 */
final class Archives {
    private static final long LARGEST_ARCHIVE = 256L << 20;
    private static final int LARGEST_NESTED = 32 << 20;
    private static final int MOST_ENTRIES = 20_000;

    private Archives() {}

    /** Signals that an archive cannot be graded. The message is for the student. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * Unpacks an archive into an empty directory. If the archive holds no Java file but exactly one .zip file, that
     * file is unpacked instead.
     *
     * @throws Refused if the archive is broken, too large, or has entries that a submission may not have
     * @throws IOException if the target directory cannot be written
     */
    static void unpack(Path archive, Path into) throws Refused, IOException {
        if (Files.size(archive) > LARGEST_ARCHIVE) {
            throw new Refused("The archive is larger than 256 MiB");
        }
        try {
            switch (ArchiveType.of(archive).orElse(ArchiveType.UNSUPPORTED)) {
                case ZIP -> unzip(archive, into, true);
                case TAR -> untar(archive, into, false);
                case TAR_GZ -> untar(archive, into, true);
                case UNSUPPORTED ->
                    throw new Refused(ArchiveType.advice(archive.getFileName().toString()));
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new Refused("The archive cannot be read: " + e.getMessage());
        } catch (FileAlreadyExistsException e) {
            throw new Refused("The archive holds a file twice: " + into.relativize(Path.of(e.getFile())));
        }
    }

    private static void unzip(Path archive, Path into, boolean mayNest) throws Refused, IOException {
        try (ZipFile zip = new ZipFile(archive.toFile(), StandardCharsets.UTF_8)) {
            if (zip.size() > MOST_ENTRIES) {
                throw new Refused("The archive has more than " + MOST_ENTRIES + " entries");
            }
            Unpacking unpacking = new Unpacking(into);
            List<ZipEntry> nested = new ArrayList<>();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (unpacking.wants(entry.getName(), entry.isDirectory())) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        unpacking.add(entry.getName(), in);
                    }
                } else if (!entry.isDirectory()
                        && !Unpacking.isIgnored(entry.getName())
                        && ArchiveType.of(entry.getName()).isPresent()) {
                    nested.add(entry);
                }
            }
            if (unpacking.files == 0 && !nested.isEmpty()) {
                unnest(zip, nested, into, mayNest);
            }
        }
    }

    private static void unnest(ZipFile zip, List<ZipEntry> nested, Path into, boolean may) throws Refused, IOException {
        List<String> names = nested.stream().map(ZipEntry::getName).toList();
        if (names.size() > 1) {
            throw new Refused(SubmissionReader.several(names));
        }
        if (!may || ArchiveType.of(names.get(0)).orElse(ArchiveType.UNSUPPORTED) != ArchiveType.ZIP) {
            throw new Refused("The archive holds no Java file, but another archive, " + names.get(0)
                    + ": hand in the Java files in one .zip");
        }
        Path inner = Files.createTempFile(into.toAbsolutePath().getParent(), "nested", ".zip");
        try (InputStream in = zip.getInputStream(nested.get(0))) {
            byte[] bytes = in.readNBytes(LARGEST_NESTED + 1);
            if (bytes.length > LARGEST_NESTED) {
                throw new Refused(names.get(0) + " in the archive is larger than 32 MiB");
            }
            Files.write(inner, bytes);
            unzip(inner, into, false);
        } finally {
            Files.delete(inner);
        }
    }

    private static void untar(Path archive, Path into, boolean zipped) throws Refused, IOException {
        Unpacking unpacking = new Unpacking(into);
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive, LinkOption.NOFOLLOW_LINKS));
                InputStream in = zipped ? new GZIPInputStream(file) : file) {
            int entries = 0;
            long left = LARGEST_ARCHIVE;
            TarReader tar = new TarReader(in);
            for (TarReader.Entry entry = tar.next(); entry != null; entry = tar.next()) {
                left -= entry.size();
                if (++entries > MOST_ENTRIES || left < 0) {
                    throw new Refused("The archive has more than " + MOST_ENTRIES + " entries or 256 MiB");
                }
                if (unpacking.wants(entry.name(), !entry.isFile())) {
                    unpacking.add(entry.name(), tar.content());
                }
            }
        }
    }

    /** Writes the sources of one archive to a directory and enforces the limits on their number and size. */
    private static final class Unpacking {
        private static final int MOST_FILES = 1_000;
        private static final long LARGEST_FILE = 1L << 20;
        private static final long LARGEST_SUM = 16L << 20;
        private static final int DEEPEST = 24;
        private final Path into;
        private long left = LARGEST_SUM;
        private int files;

        Unpacking(Path into) {
            this.into = into;
        }

        /**
         * Returns true if an entry is a source.
         *
         * @throws Refused if no archive may have such an entry
         */
        boolean wants(String name, boolean isNoFile) throws Refused {
            place(name);
            return !isNoFile && name.endsWith(".java") && !isIgnored(name);
        }

        /** Writes one source. The size in the header can be wrong, so the limit applies to the bytes actually read. */
        void add(String name, InputStream in) throws Refused, IOException {
            if (++files > MOST_FILES) {
                throw new Refused("The archive has more than " + MOST_FILES + " Java files");
            }
            byte[] bytes = in.readNBytes((int) LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw new Refused(name + " in the archive is larger than 1 MiB");
            }
            left -= bytes.length;
            if (left < 0) {
                throw new Refused("The Java files in the archive are larger than 16 MiB together");
            }
            Path target = place(name);
            Files.createDirectories(target.getParent());
            Files.write(target, bytes, StandardOpenOption.CREATE_NEW);
        }

        private Path place(String name) throws Refused {
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

        static boolean isIgnored(String name) {
            return name.startsWith("__MACOSX/")
                    || name.contains("/.git/")
                    || name.startsWith("._")
                    || name.toLowerCase(Locale.ROOT).contains("/._");
        }
    }
}
