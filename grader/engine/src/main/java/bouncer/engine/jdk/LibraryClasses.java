package bouncer.engine.jdk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The treatment of each class of the JDK in instrumented code: the table {@code library-classes.txt}, whose sections
 * explain the kinds. Names are internal names ({@code java/util/List}) unless the method says otherwise. Immutable.
 */
public final class LibraryClasses {
    private static final String MODELS = "bouncer/engine/library/";
    private static final String RELOCATED = "bouncer/engine/relocated/";
    private static final LibraryClasses STANDARD = new LibraryClasses();

    private final Map<String, String> models = new HashMap<>();
    private final Map<String, String> redirected = new LinkedHashMap<>();
    private final Set<String> unguarded = new HashSet<>();
    private final Set<String> synchronizing = new HashSet<>();
    private final Set<String> reads = new HashSet<>();
    private final Set<String> relocated = new HashSet<>();
    /** Classes, packages (ending in a slash) and members ({@code class.method}) to the reason. */
    private final Map<String, String> unsupported = new HashMap<>();

    private final Map<String, String> reasons = new HashMap<>();

    private LibraryClasses() {
        try (InputStream in = LibraryClasses.class.getResourceAsStream("library-classes.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        Objects.requireNonNull(in, "library-classes.txt"), StandardCharsets.UTF_8))) {
            String section = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    section = line;
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    row(section, line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LibraryClasses(LibraryClasses from, Set<String> alsoRelocated) {
        models.putAll(from.models);
        redirected.putAll(from.redirected);
        unguarded.addAll(from.unguarded);
        synchronizing.addAll(from.synchronizing);
        reads.addAll(from.reads);
        unsupported.putAll(from.unsupported);
        reasons.putAll(from.reasons);
        relocated.addAll(from.relocated);
        relocated.addAll(alsoRelocated);
        models.keySet().removeIf(this::isRelocated);
    }

    private void row(String section, String line) {
        switch (section) {
            case "[primitive model]" -> names(line).forEach((name, model) -> models.put(name, MODELS + model));
            case "[redirected calls]" -> redirected.putAll(names(line));
            case "[described, unguarded]" -> unguarded.addAll(names(line).keySet());
            case "[described, synchronized]" -> synchronizing.addAll(names(line).keySet());
            case "[reads]" -> reads.addAll(Set.of(line.split(" ")));
            case "[relocated]" -> relocated.addAll(names(line).keySet());
            case "[unsupported classes]" -> {
                reasons(line, reasons);
                models.put(line.substring(0, line.indexOf(" = ")).replace('.', '/'), MODELS + "Unmodelled");
            }
            case "[unsupported calls]" -> {
                reasons(line, unsupported);
                reasons(line, reasons);
            }
            case "[left as they are]", "[members without a model]" -> reasons(line, reasons);
            default -> throw new IllegalStateException("library-classes.txt: a row in no section: " + line);
        }
    }

    /**
     * Parses a row "package: Name Name->Other": each class, and the name after the arrow, or its own without
     * java.util.concurrent.
     */
    private static Map<String, String> names(String line) {
        int colon = line.indexOf(": ");
        String prefix = line.substring(0, colon).replace('.', '/') + "/";
        String path =
                prefix.startsWith("java/util/concurrent/") ? prefix.substring("java/util/concurrent/".length()) : "";
        Map<String, String> found = new LinkedHashMap<>();
        for (String name : line.substring(colon + 2).split(" ", -1)) {
            int arrow = name.indexOf("->");
            found.put(
                    prefix + (arrow < 0 ? name : name.substring(0, arrow)),
                    arrow < 0 ? path + name : name.substring(arrow + 2));
        }
        return found;
    }

    /** A row "package.Class.method,method = reason", or of a whole class or package. */
    private static void reasons(String line, Map<String, String> into) {
        int equals = line.indexOf(" = ");
        String[] names = line.substring(0, equals).split(",", -1);
        String reason = line.substring(equals + 3);
        int last = names[0].lastIndexOf('.');
        String owner = names[0].substring(0, last).replace('.', '/');
        char first = names[0].charAt(last + 1);
        if (first == '*') {
            into.put(owner + "/", reason);
        } else if (Character.isUpperCase(first)) {
            into.put(names[0].replace('.', '/'), reason);
        } else {
            names[0] = names[0].substring(last + 1);
            for (String name : names) {
                into.put(owner + "." + name, reason);
            }
        }
    }

    /** Returns the standard table. */
    public static LibraryClasses standard() {
        return STANDARD;
    }

    /**
     * Returns a table with some more relocated classes in the place of their models, to compare the two. Internal
     * names.
     */
    public LibraryClasses relocating(Set<String> classes) {
        return new LibraryClasses(this, classes);
    }

    /** Returns the model that takes the place of a class, or null. */
    public @Nullable String model(String name) {
        return models.get(name);
    }

    /** Returns all classes that have a model, to their models. */
    public Map<String, String> models() {
        return Map.copyOf(models);
    }

    /** Returns true if a class, or the one it is nested in, runs as a relocated copy. */
    public boolean isRelocated(String name) {
        int nested = name.indexOf('$');
        return relocated.contains(nested < 0 ? name : name.substring(0, nested));
    }

    /**
     * Returns the name by which instrumented code calls a class: its model's, its relocated copy's, or null for its
     * own.
     */
    public @Nullable String replacement(String name) {
        return isRelocated(name) ? RELOCATED + name : models.get(name);
    }

    /** Returns true if a class, by its binary name, is a relocated one. */
    public static boolean isRelocatedName(String binaryName) {
        return binaryName.startsWith(RELOCATED.replace('/', '.'));
    }

    /**
     * Returns the binary name of the JDK's class whose relocated copy has the given one; any other name is returned as
     * it is.
     */
    public static String originalName(String binaryName) {
        return isRelocatedName(binaryName) ? binaryName.substring(RELOCATED.length()) : binaryName;
    }

    /**
     * Classes that stay, to the binary name of a class of public static methods that take calls in their place: a
     * static method with the same signature takes a static call, one whose first parameter is the receiver an instance
     * call. Other calls stay.
     */
    public Map<String, String> redirected() {
        Map<String, String> found = new LinkedHashMap<>();
        redirected.forEach((name, to) -> found.put(name, MODELS.replace('/', '.') + to));
        return found;
    }

    /** Returns true if a call on a variable of this type is one access of the receiver as a whole. */
    public boolean isDescribed(String name) {
        return unguarded.contains(name) || synchronizing.contains(name);
    }

    /** Returns true if the receiver may be one that takes its own monitor in each call. */
    public boolean maySynchronize(String name) {
        return synchronizing.contains(name);
    }

    /** Returns true if a method of a described class leaves its receiver as it is. */
    public boolean isRead(String method) {
        return reads.contains(method);
    }

    /** Returns the unsupported feature that a call uses; null if the call is not in the table. */
    public @Nullable String unsupported(String owner, String method) {
        String reason = unsupported.get(owner + "." + method);
        for (int end = owner.length(); reason == null && end > 0; end = owner.lastIndexOf('/', end - 1)) {
            reason = unsupported.get(end == owner.length() ? owner : owner.substring(0, end + 1));
        }
        return reason;
    }

    /**
     * Returns why a class, or a member ({@code class.method} or {@code class.method/parameters}), has no model; null if
     * not listed.
     */
    public @Nullable String reason(String member) {
        return reasons.get(member);
    }

    /** Everything that the table gives a reason for. */
    public Set<String> withReasons() {
        return Set.copyOf(reasons.keySet());
    }
}
