package bouncer.engine.differential;

import java.util.ArrayList;
import java.util.List;

/** What a generated program is, and what its threads saw; not instrumented, so that looking changes nothing. */
public final class Board {
    private static Spec spec = Spec.of(0);
    private static final List<List<Long>> SEEN = new ArrayList<>();

    private Board() {}

    public static void put(Spec next) {
        spec = next;
    }

    public static Spec spec() {
        return spec;
    }

    public static void clear() {
        SEEN.clear();
        for (int t = 0; t < spec.threads().size(); t++) {
            SEEN.add(new ArrayList<>());
        }
    }

    public static void saw(int thread, long value) {
        SEEN.get(thread).add(value);
    }

    public static String seen() {
        return SEEN.toString();
    }
}
