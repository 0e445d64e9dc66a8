package bouncer.app.author;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One class that the checks are tried on. Immutable.
 *
 * @param slug its room
 * @param kind what it is
 * @param name its directory below the room's solutions, such as {@code mistakes/lost-update-2}
 * @param directory where its sources lie, by package
 * @param expectation why it must be rejected; present for mistakes only
 */
public record Solution(String slug, Kind kind, String name, Path directory, Optional<Expectation> expectation) {

    /** What a solution is, and thereby what must become of it. */
    public enum Kind {
        /** Must be not started. */
        STUB,
        /** Must be accepted. */
        REFERENCE,
        /** Right in another way: must be accepted. */
        ALTERNATIVE,
        /** Must be rejected for the reason that was named. */
        MISTAKE
    }

    /** The fault whose cell of the kill matrix a mistake fills: its directory's name without the number. */
    public String fault() {
        return directory.getFileName().toString().replaceFirst("-\\d+$", "");
    }

    /** False for the second and later mistakes of the same fault in the same room, which a short run leaves out. */
    public boolean isRepresentative() {
        return kind != Kind.MISTAKE || directory.getFileName().toString().equals(fault());
    }

    @Override
    public String toString() {
        return slug + "/" + name;
    }
}
