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
    private final Set<String> threadSafe = new HashSet<>();
    private final Set<String> reads = new HashSet<>();
    /** Binary names of classes to those of their methods that are reads. */
    private final Map<String, Set<String>> readsOfClass = new HashMap<>();

    private final Set<String> writesArgument = new HashSet<>();
    private final Set<String> keepsArgument = new HashSet<>();
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
        threadSafe.addAll(from.threadSafe);
        reads.addAll(from.reads);
        readsOfClass.putAll(from.readsOfClass);
        writesArgument.addAll(from.writesArgument);
        keepsArgument.addAll(from.keepsArgument);
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
            case "[thread-safe]" -> threadSafe.addAll(names(line).keySet());
            case "[reads]" -> reads.addAll(Set.of(line.split(" ")));
            case "[reads of one class]" -> {
                int colon = line.indexOf(": ");
                readsOfClass
                        .computeIfAbsent(line.substring(0, colon), key -> new HashSet<>())
                        .addAll(Set.of(line.substring(colon + 2).split(" ")));
            }
            case "[writes an argument]" -> writesArgument.addAll(Set.of(line.split(" ")));
            case "[keeps an argument]" -> keepsArgument.addAll(Set.of(line.split(" ")));
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
        return isUnguarded(name) || synchronizing.contains(name);
    }

    /** Returns true if the objects of a class are not thread-safe, and the engine does not see into its methods. */
    public boolean isUnguarded(String name) {
        String described = name.substring(0, name.lastIndexOf('/') + 1) + "*";
        int nested = name.indexOf('$');
        return (unguarded.contains(name)
                        || unguarded.contains(described)
                        || (nested > 0 && unguarded.contains(name.substring(0, nested))))
                && !isThreadSafe(name);
    }

    private boolean isThreadSafe(String name) {
        int nested = name.indexOf('$');
        // Collections is a class of static methods only, and those nested in it are listed one by one.
        return threadSafe.contains(name)
                || (nested > 0
                        && threadSafe.contains(name.substring(0, nested))
                        && !name.startsWith("java/util/Collections$")
                        && !name.startsWith("java/util/Arrays$"));
    }

    /** Returns true if the receiver may be one that takes its own monitor in each call. */
    public boolean maySynchronize(String name) {
        return synchronizing.contains(name);
    }

    /** Returns true if a method of a described class leaves its receiver as it is. */
    public boolean isRead(String method) {
        return reads.contains(method);
    }

    /**
     * Returns the methods of a class, by its binary name, that are reads in place of the usual ones; null if it is not
     * listed. A method may be followed by a slash and its number of parameters.
     */
    public @Nullable Set<String> reads(String className) {
        return readsOfClass.get(className);
    }

    /** Returns true if methods of that name write the first array, collection or buffer that they are given. */
    public boolean writesArgument(String method) {
        return writesArgument.contains(method);
    }

    /** Returns true if methods of that name read none of the arrays or collections that they are given, yet. */
    public boolean keepsArgument(String method) {
        return keepsArgument.contains(method);
    }

    /** Returns the unsupported feature that a call uses; null if the call is not in the table. */
    public @Nullable String unsupported(String owner, String method) {
        String reason = unsupported.get(owner + "." + method);
        if (models.containsKey(owner)) {
            return reason; // a model of one class of a package that is unsupported otherwise
        }
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
