package bouncer.app.diagnosis;

import bouncer.app.diagnosis.Facts.Fact;
import bouncer.app.files.Resources;
import bouncer.checks.Fault;
import bouncer.checks.result.Location;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the mistakes in compiled code and selects those that explain a failure. Stateless. */
final class Misconceptions {
    private static final TomlMapper TOML = new TomlMapper();
    private static final Map<String, Entry> ENTRIES = load();
    private static final List<String> ORDER = List.copyOf(ENTRIES.keySet());

    private Misconceptions() {}

    /**
     * The entry of one kind in the resource file.
     *
     * @param faults ids of the faults that it explains
     * @param title replaces the fault's title, or null
     * @param text the sentence for the student, with the components' names in braces
     */
    private record Entry(List<String> faults, @Nullable String title, String text) {}

    /**
     * Finds mistakes in compiled classes.
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

    /**
     * Returns the mistakes that explain a fault: those in the failing line first, then in the order of the TOML file.
     */
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

    /** Returns the sentence for a mistake. */
    static String text(Misconception mistake) {
        String text = entry(mistake).text();
        for (Map.Entry<String, String> part : parts(mistake).entrySet()) {
            String value = part.getValue().equals("this") ? "`this`" : part.getValue();
            text = text.replace("{" + part.getKey() + "}", value);
        }
        return text;
    }

    /** Returns the components of a mistake as text, by name. */
    static Map<String, String> parts(Misconception mistake) {
        return TOML.convertValue(mistake, new TypeReference<>() {});
    }

    /** Returns the title that replaces the fault's title, or null if there is none. */
    static @Nullable String title(Misconception mistake) {
        return entry(mistake).title();
    }

    /** Returns true if there is an entry for this kind. */
    static boolean knows(Class<?> kind) {
        return ENTRIES.containsKey(Misconception.id(kind));
    }

    /** Returns the ids of all faults that some entry explains. */
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
        try {
            return reader.readValue(Resources.text(Misconceptions.class, "misconceptions.toml"));
        } catch (IOException e) {
            throw new IllegalStateException("misconceptions.toml in this program cannot be read", e);
        }
    }
}
