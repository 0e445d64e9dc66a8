package bouncer.app.diagnosis;

import bouncer.app.files.Resources;
import bouncer.checks.Fault;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.util.Map;

/**
 * The explanation of a fault, independent of any exercise. Immutable.
 *
 * @param title the fault's name in the literature
 * @param what a general description of the fault
 * @param why why it matters to callers
 * @param see the document that teaches the concept
 */
public record FaultExplanation(String title, String what, String why, String see) {
    private static final Map<String, FaultExplanation> BY_ID = load();

    /** Returns the explanation of a fault; each one has its entry in {@code faults.toml}. */
    public static FaultExplanation of(Fault fault) {
        FaultExplanation explanation = BY_ID.get(fault.id());
        if (explanation == null) {
            throw new IllegalStateException("faults.toml has no entry " + fault.id());
        }
        return explanation;
    }

    private static Map<String, FaultExplanation> load() {
        try {
            return new TomlMapper()
                    .readerFor(new TypeReference<Map<String, FaultExplanation>>() {})
                    .readValue(Resources.text(FaultExplanation.class, "faults.toml"));
        } catch (IOException e) {
            throw new IllegalStateException("faults.toml in this program cannot be read", e);
        }
    }
}
