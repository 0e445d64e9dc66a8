package bouncer.app.author;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code equivalent.toml}: which mutants of a room behave as the original does, and why. Stateless. */
final class Equivalents {
    private Equivalents() {}

    /**
     * Reads the file of a room.
     *
     * @return the proof by solution and mutant, such as {@code reference drop-count@31}; empty if there is no file
     * @throws IOException if the file cannot be read or an entry lacks its proof
     */
    static Map<String, String> read(Path file) throws IOException {
        Map<String, String> proofs = new TreeMap<>();
        if (!Files.isRegularFile(file)) {
            return proofs;
        }
        for (JsonNode entry : new TomlMapper().readTree(file.toFile()).path("equivalent")) {
            String proof = entry.path("because").asText("").strip();
            if (proof.isEmpty()) {
                throw new IOException(file + ": an entry has no 'because'");
            }
            String solution = entry.path("of").asText();
            entry.path("mutants").forEach(mutant -> proofs.put(solution + " " + mutant.asText(), proof));
        }
        return proofs;
    }
}
