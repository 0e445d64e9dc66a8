package bouncer.engine.differential;

import java.util.ArrayList;
import java.util.List;

/** What a generated program is, and what its threads saw; not instrumented, so that looking changes nothing. */
final class Board {
    private static Spec spec = Spec.of(0);
    private static final List<List<Long>> SEEN = new ArrayList<>();

    private Board() {}

    static void put(Spec next) {
        spec = next;
    }

    static Spec spec() {
        return spec;
    }

    static void clear() {
        SEEN.clear();
        for (int t = 0; t < spec.threads().size(); t++) {
            SEEN.add(new ArrayList<>());
        }
    }

    static void saw(int thread, long value) {
        SEEN.get(thread).add(value);
    }

    static String seen() {
        return SEEN.toString();
    }
}
