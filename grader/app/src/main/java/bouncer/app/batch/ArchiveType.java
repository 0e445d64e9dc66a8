package bouncer.app.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of archive, distinguished by the ending of the file name. */
enum ArchiveType {
    ZIP(true, ".zip"),
    TAR(true, ".tar"),
    TAR_GZ(true, ".tar.gz", ".tgz"),
    UNSUPPORTED(false, ".rar", ".7z", ".gz", ".bz2", ".xz", ".zst", ".jar", ".war", ".zipx");

    private final boolean readable;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> endings;

    ArchiveType(boolean readable, String... endings) {
        this.readable = readable;
        this.endings = List.of(endings);
    }

    /** Returns true if Bouncer can unpack archives of this kind. */
    boolean isReadable() {
        return readable;
    }

    /** Returns the kind of a file, or empty if its name is not that of an archive. The file is not read. */
    static Optional<ArchiveType> of(Path file) {
        return of(file.getFileName().toString());
    }

    /** Returns the kind that a file name says, or empty if it is not the name of an archive. */
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

    /** Returns the name without the ending of an archive, or unchanged if it has none. */
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

    /** Returns a sentence for the student about an archive that Bouncer cannot unpack. */
    static String advice(String name) {
        return name + " is an archive of a kind that Bouncer does not read: repack it as .zip or .tar.gz";
    }
}
