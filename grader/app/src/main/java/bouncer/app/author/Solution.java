package bouncer.app.author;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A solution on which the checks are tested: the stub, a correct one or a mistake. Immutable.
 *
 * @param slug the slug of its exercise
 * @param kind its kind
 * @param name its directory below the exercise's solutions, such as {@code mistakes/lost-update-2}
 * @param directory the source root
 * @param expectation the expected fault and checks; present for mistakes only
 */
public record Solution(String slug, Kind kind, String name, Path directory, Optional<Expectation> expectation) {

    /** The kind of a solution, which determines the expected verdict. */
    public enum Kind {
        /** The untouched class: not started. */
        STUB,
        /** The reference solution: accepted. */
        REFERENCE,
        /** Another correct solution: accepted. */
        ALTERNATIVE,
        /** An incorrect solution: rejected for the reason in its {@code expected.toml}. */
        MISTAKE
    }

    /** Returns the id of the fault that a mistake stands for: its directory's name without the number. */
    public String fault() {
        return directory.getFileName().toString().replaceFirst("-\\d+$", "");
    }

    /**
     * Returns false for the second and later mistakes with the same fault in an exercise, which a short run leaves
     * out.
     */
    public boolean isRepresentative() {
        return kind != Kind.MISTAKE || directory.getFileName().toString().equals(fault());
    }

    @Override
    public String toString() {
        return slug + "/" + name;
    }
}
