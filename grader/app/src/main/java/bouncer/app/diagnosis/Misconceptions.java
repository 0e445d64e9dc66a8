package bouncer.app.diagnosis;

import bouncer.checks.Fault;
import bouncer.checks.result.Location;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings failures and facts together: a fact is told only where the failure is one that it explains. Stateless. */
public final class Misconceptions {
    private static final TomlMapper TOML = new TomlMapper();
    private static final Map<String, Entry> ENTRIES = load();

    private Misconceptions() {}

    /** What the resource file says of one kind: the faults that it explains and how it is told. */
    private record Entry(int rank, List<String> faults, String text) {}

    /**
     * Reads the facts off compiled classes.
     *
     * @param classes class files of the submission, all of one room
     */
    public static List<Misconception> read(Collection<byte[]> classes) {
        List<Misconception> facts = new ArrayList<>();
        List<MethodFlow> flows = MethodFlow.read(classes);
        facts.addAll(LockDetector.read(flows));
        facts.addAll(UpdateDetector.read(flows));
        facts.addAll(WaitDetector.read(flows));
        facts.addAll(ThreadDetector.read(flows));
        facts.addAll(CallDetector.read(flows));
        return facts;
    }

    /** The facts that explain a failure, the likeliest first: those in the failing line, then in the file's order. */
    public static List<Misconception> thatExplain(Fault fault, @Nullable Location at, List<Misconception> facts) {
        int line = at == null ? -1 : at.line();
        return facts.stream()
                .filter(fact -> entry(fact).faults().contains(fault.id()))
                .sorted(Comparator.comparing((Misconception fact) -> fact.line() != line)
                        .thenComparing(fact -> entry(fact).rank())
                        .thenComparing(Misconception::line))
                .toList();
    }

    /** Tells one fact in words. */
    public static String tell(Misconception fact) {
        String text = entry(fact).text();
        Map<String, String> parts = TOML.convertValue(fact, new TypeReference<>() {});
        for (Map.Entry<String, String> part : parts.entrySet()) {
            text = text.replace("{" + part.getKey() + "}", part.getValue());
        }
        return text;
    }

    /** Whether there is a text for this kind. */
    static boolean knows(Class<?> kind) {
        return ENTRIES.containsKey(Misconception.id(kind));
    }

    /** Every fault that some text names. */
    static List<String> faultsNamed() {
        return ENTRIES.values().stream()
                .flatMap(entry -> entry.faults().stream())
                .distinct()
                .toList();
    }

    private static Entry entry(Misconception fact) {
        Entry entry = ENTRIES.get(fact.id());
        if (entry == null) {
            throw new IllegalStateException("misconceptions.toml has no entry " + fact.id());
        }
        return entry;
    }

    private static Map<String, Entry> load() {
        try (InputStream file = Misconceptions.class.getResourceAsStream("misconceptions.toml")) {
            JsonNode root = TOML.readTree(file);
            Map<String, Entry> entries = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> field : root.properties()) {
                List<String> faults = new ArrayList<>();
                field.getValue().path("faults").forEach(fault -> faults.add(fault.asText()));
                entries.put(
                        field.getKey(),
                        new Entry(
                                entries.size(),
                                faults,
                                field.getValue().path("text").asText()));
            }
            return entries;
        } catch (IOException e) {
            throw new IllegalStateException("The texts that belong to this program cannot be read", e);
        }
    }
}
