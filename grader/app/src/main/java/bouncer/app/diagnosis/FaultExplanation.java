package bouncer.app.diagnosis;

import bouncer.checks.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is taught about one fault.
 *
 * @param title a few words for a heading
 * @param what the fault in a sentence
 * @param why what it does to somebody who uses the class
 * @param read where the idea is taught
 */
public record FaultExplanation(String title, String what, String why, String read) {
    private static final Map<Fault, FaultExplanation> ALL = load();

    /** Returns the lesson about a fault; every fault of the catalogue has one. */
    public static FaultExplanation of(Fault fault) {
        FaultExplanation lesson = ALL.get(fault);
        return lesson == null ? new FaultExplanation(fault.id(), "", "", "the exercise's README.md") : lesson;
    }

    private static FaultExplanation read(JsonNode node) {
        return new FaultExplanation(
                node.path("title").asText(),
                node.path("what").asText(),
                node.path("why").asText(),
                node.path("read").asText());
    }

    /** Tells whether somebody wrote a lesson about the fault. */
    static boolean isWritten(Fault fault) {
        return ALL.containsKey(fault);
    }

    private static Map<Fault, FaultExplanation> load() {
        try (InputStream file = FaultExplanation.class.getResourceAsStream("faults.toml")) {
            JsonNode root = new TomlMapper().readTree(file);
            Map<Fault, FaultExplanation> lessons = new EnumMap<>(Fault.class);
            for (Fault fault : Fault.values()) {
                JsonNode node = root.path(fault.id());
                if (node.isObject()) {
                    lessons.put(fault, read(node));
                }
            }
            return lessons;
        } catch (IOException e) {
            throw new IllegalStateException("The lessons that belong to this program cannot be read", e);
        }
    }
}
