package bouncer.engine.library;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Where programs leave their outcomes; not instrumented, so it adds no steps. */
public final class Seen {
    private static final Set<String> OUTCOMES = Collections.synchronizedSet(new TreeSet<>());

    private Seen() {}

    public static void outcome(Object... parts) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            text.append(text.length() == 0 ? "" : " ").append(part);
        }
        OUTCOMES.add(text.toString());
    }

    /** All outcomes since the last call. */
    static Set<String> take() {
        Set<String> all = new TreeSet<>(OUTCOMES);
        OUTCOMES.clear();
        return all;
    }
}
