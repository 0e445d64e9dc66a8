package bouncer.engine.hooks;

import bouncer.engine.jdk.LibraryClasses;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls of {@code Class} that name a class: a model or a relocated class has the name of the class of the JDK. */
public final class ClassCalls {
    private static final String MODELS = "bouncer.engine.library.";
    private static final Map<String, String> REAL = new HashMap<>();

    static {
        LibraryClasses.standard()
                .models()
                .forEach((real, model) -> REAL.put(model.replace('/', '.'), real.replace('/', '.')));
    }

    private ClassCalls() {}

    /**
     * Returns the name of the JDK's class that a model or a relocated class stands for; any other name is returned as
     * it is.
     */
    static String real(String name) {
        if (name.startsWith("bouncer.engine.hooks.UnorderedCalls$Unordered")) {
            return "java.util.ImmutableCollections$" + (name.endsWith("Set") ? "SetN" : "MapN");
        }
        if (name.startsWith("bouncer.engine.model.")) {
            return name.endsWith(".ModelThread") ? "java.lang.Thread" : "java.lang.Object";
        }
        if (!name.startsWith(MODELS)) {
            return LibraryClasses.originalName(name);
        }
        return REAL.getOrDefault(name, "java.util.concurrent." + name.substring(MODELS.length()));
    }

    public static String getName(Class<?> type) {
        return real(type.getName());
    }

    public static String getTypeName(Class<?> type) {
        return real(type.getTypeName());
    }

    public static @Nullable String getCanonicalName(Class<?> type) {
        String name = type.getCanonicalName();
        return name == null ? null : real(name);
    }

    public static String toString(Class<?> type) {
        return (type.isInterface() ? "interface " : type.isPrimitive() ? "" : "class ") + getName(type);
    }
}
