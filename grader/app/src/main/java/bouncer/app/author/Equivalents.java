package bouncer.app.author;

import bouncer.app.catalogue.TomlFile;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The file {@code equivalent.toml}: which mutants of an exercise's solutions behave as the original does, and why.
 * Immutable.
 *
 * @param entries the tables {@code [[equivalent]]}
 */
record Equivalents(
        @JsonProperty(value = "equivalent", required = true) List<Entry> entries) {
    Equivalents {
        entries = List.copyOf(entries);
    }

    /**
     * The proof for some mutants of one solution.
     *
     * @param of the solution, such as {@code reference}
     * @param mutants ids of its mutants, such as {@code drop-count@31}
     * @param because the proof that they are equivalent; not empty
     */
    record Entry(
            @JsonProperty(required = true) String of,
            @JsonProperty(required = true) List<String> mutants,
            @JsonProperty(required = true) String because) {
        Entry {
            mutants = List.copyOf(mutants);
            because = because.strip();
            if (because.isEmpty()) {
                throw new IllegalArgumentException("an entry of [[equivalent]] has an empty 'because'");
            }
        }
    }

    /**
     * Reads the file of an exercise.
     *
     * @return the proofs by solution and mutant, such as {@code reference drop-count@31}; empty if there is no file
     * @throws IOException if the file cannot be read, an entry lacks a key or has an unknown one
     */
    static Map<String, String> read(Path file) throws IOException {
        Map<String, String> proofs = new TreeMap<>();
        if (Files.isRegularFile(file)) {
            for (Entry entry : TomlFile.read(file, Equivalents.class).entries()) {
                entry.mutants().forEach(mutant -> proofs.put(entry.of() + " " + mutant, entry.because()));
            }
        }
        return proofs;
    }
}
