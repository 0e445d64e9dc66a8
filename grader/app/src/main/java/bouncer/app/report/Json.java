package bouncer.app.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Creates and prints JSON trees for other systems' formats. Stateless. */
final class Json {
    private static final JsonMapper COMPACT = JsonMapper.builder().build();
    private static final JsonMapper INDENTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    static ObjectNode object() {
        return COMPACT.createObjectNode();
    }

    /** Prints a tree on one line, without a line feed. */
    static String compact(JsonNode tree) {
        return print(COMPACT, tree);
    }

    /** Prints a tree indented, ending in a line feed. */
    static String indented(JsonNode tree) {
        return print(INDENTED, tree).replace(System.lineSeparator(), "\n") + "\n";
    }

    private static String print(JsonMapper mapper, JsonNode tree) {
        try {
            return mapper.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values could not be written", e);
        }
    }
}
