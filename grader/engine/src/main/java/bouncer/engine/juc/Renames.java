package bouncer.engine.juc;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which library classes instrumented code gets a model for. Immutable tables. */
public final class Renames {
    private static final Map<String, String> CLASSES = new HashMap<>();
    private static final Map<String, Class<?>> BRIDGES = new LinkedHashMap<>();

    static {
        // Whole classes: the model takes the library's place by name, e.g.
        // model("java/util/concurrent/atomic/AtomicInteger");
    }

    private Renames() {}

    /** Internal names of library classes to internal names of their models; every mention of the one becomes the other. */
    public static Map<String, String> classes() {
        return CLASSES;
    }

    /**
     * Internal names of classes that stay, to a class of public static methods that take calls in their place: a static
     * method with the same signature takes a static call, one whose first parameter is the receiver an instance call.
     * Calls without such a method go where they went.
     */
    public static Map<String, Class<?>> bridges() {
        return BRIDGES;
    }
}
