package bouncer.app.diagnosis;

import bouncer.checks.result.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The student's files as lines. Immutable.
 *
 * @param files text by path below the source root
 */
public record SourceText(Map<String, String> files) {
    public SourceText {
        files = Map.copyOf(files);
    }

    /** The line at a place, if it is known, without the white space around it. */
    public Optional<String> line(Location at) {
        List<String> lines = files.getOrDefault(at.file(), "").lines().toList();
        return at.line() >= 1 && at.line() <= lines.size()
                ? Optional.of(lines.get(at.line() - 1).strip())
                : Optional.empty();
    }
}
