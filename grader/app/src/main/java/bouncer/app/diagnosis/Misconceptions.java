package bouncer.app.diagnosis;

import bouncer.app.diagnosis.Facts.Fact;
import bouncer.checks.Fault;
import bouncer.checks.result.Location;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Matches failures with mistakes that the code shows: a mistake is told only beside a failure that it explains. Stateless. */
final class Misconceptions {
    private static final TomlMapper TOML = new TomlMapper();
    private static final Map<String, Entry> ENTRIES = load();
    private static final List<String> ORDER = List.copyOf(ENTRIES.keySet());

    private Misconceptions() {}

    /**
     * What the resource file says of one kind.
     *
     * @param faults ids of the faults that it explains
     * @param title replaces the fault's title, or null
     * @param text the sentence for the student, with the components' names in braces
     */
    private record Entry(List<String> faults, @Nullable String title, String text) {}

    /**
     * Reads mistakes off compiled classes.
     *
     * @param classes class files of the submission, all of one exercise
     */
    static List<Fact> read(Collection<byte[]> classes) {
        Facts facts = new Facts();
        List<MethodFlow> flows = MethodFlow.read(classes);
        LockDetector.read(flows, facts);
        UpdateDetector.read(flows, facts);
        WaitDetector.read(flows, facts);
        ThreadDetector.read(flows, facts);
        CallDetector.read(flows, facts);
        return facts.all();
    }

    /** The mistakes that explain a fault, the likeliest first: those in the failing line, then in the file's order. */
    static List<Fact> thatExplain(Fault fault, @Nullable Location at, List<Fact> facts) {
        return facts.stream()
                .filter(fact -> entry(fact.mistake()).faults().contains(fault.id()))
                .sorted(Comparator.comparing((Fact fact) -> !isIn(fact, at))
                        .thenComparing(fact -> ORDER.indexOf(fact.mistake().id()))
                        .thenComparing(fact -> fact.mistake().line()))
                .toList();
    }

    private static boolean isIn(Fact fact, @Nullable Location at) {
        return at != null
                && at.file().equals(fact.file())
                && (at.line() == fact.mistake().line()
                        || at.line() == fact.mistake().place());
    }

    /** One mistake in words. */
    static String text(Misconception mistake) {
        String text = entry(mistake).text();
        for (Map.Entry<String, String> part : parts(mistake).entrySet()) {
            String value = part.getValue().equals("this") ? "`this`" : part.getValue();
            text = text.replace("{" + part.getKey() + "}", value);
        }
        return text;
    }

    /** The components of a mistake as text, by name. */
    static Map<String, String> parts(Misconception mistake) {
        return TOML.convertValue(mistake, new TypeReference<>() {});
    }

    /** The name of the mistake where it says more than the fault's title, or null. */
    static @Nullable String title(Misconception mistake) {
        return entry(mistake).title();
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

    private static Entry entry(Misconception mistake) {
        Entry entry = ENTRIES.get(mistake.id());
        if (entry == null) {
            throw new IllegalStateException("misconceptions.toml has no entry " + mistake.id());
        }
        return entry;
    }

    private static Map<String, Entry> load() {
        ObjectReader reader = TOML.readerFor(new TypeReference<LinkedHashMap<String, Entry>>() {});
        try (InputStream file = Misconceptions.class.getResourceAsStream("misconceptions.toml")) {
            return reader.readValue(file);
        } catch (IOException e) {
            throw new IllegalStateException("misconceptions.toml in this program cannot be read", e);
        }
    }
}
