package bouncer.engine.steady;

import java.util.ArrayList;
import java.util.List;

/** What an execution saw; public and not instrumented, so that looking changes nothing. */
public final class Notes {
    private static final List<String> SEEN = new ArrayList<>();

    private Notes() {}

    static void clear() {
        SEEN.clear();
    }

    public static void saw(Object value) {
        SEEN.add(String.valueOf(value));
    }

    public static int times() {
        return SEEN.size();
    }

    static List<String> seen() {
        return List.copyOf(SEEN);
    }
}
