package bouncer.app.batch;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The kinds of archive, by the ending of the file's name. */
enum ArchiveType {
    ZIP(true, ".zip"),
    TAR(true, ".tar"),
    TAR_GZ(true, ".tar.gz", ".tgz"),
    UNSUPPORTED(false, ".rar", ".7z", ".gz", ".bz2", ".xz", ".zst", ".jar", ".war", ".zipx");

    private final boolean readable;
    private final String[] endings;

    ArchiveType(boolean readable, String... endings) {
        this.readable = readable;
        this.endings = endings;
    }

    /** Whether Bouncer can unpack it. */
    boolean isReadable() {
        return readable;
    }

    /** The kind of a file; empty when its name is not an archive's. */
    static Optional<ArchiveType> of(Path file) {
        return of(file.getFileName().toString());
    }

    /** The same by name alone. */
    static Optional<ArchiveType> of(String name) {
        for (ArchiveType type : values()) {
            for (String ending : type.endings) {
                if (name.toLowerCase(Locale.ROOT).endsWith(ending)) {
                    return Optional.of(type);
                }
            }
        }
        return Optional.empty();
    }

    /** A name without an archive's ending. */
    static String withoutEnding(String name) {
        for (ArchiveType type : values()) {
            for (String ending : type.endings) {
                if (name.toLowerCase(Locale.ROOT).endsWith(ending) && name.length() > ending.length()) {
                    return name.substring(0, name.length() - ending.length());
                }
            }
        }
        return name;
    }

    /** A sentence for an archive that cannot be unpacked. */
    static String advice(String name) {
        return name + " is an archive of a kind that Bouncer does not read: repack it as .zip or .tar.gz";
    }
}
