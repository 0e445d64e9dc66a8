package bouncer.engine.hooks;

import bouncer.engine.library.ModelledClasses;
import bouncer.engine.library.RelocatedJdkClasses;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls of {@code Class} that name a class: a model has the name of what it models, a shadow that of what it shadows. */
public final class ClassCalls {
    private static final String MODELS = "bouncer.engine.library.";
    private static final Map<String, String> REAL = new HashMap<>();

    static {
        ModelledClasses.classes().forEach((real, model) -> REAL.put(model.replace('/', '.'), real.replace('/', '.')));
    }

    private ClassCalls() {}

    /** The name of what a model or a shadow stands for; any other name stays. */
    static String real(String name) {
        if (!name.startsWith(MODELS)) {
            return RelocatedJdkClasses.real(name);
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
