package bouncer.engine.weak;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where the litmus tests leave what they saw; not instrumented, so it adds no steps. */
public final class Outcomes {
    private static final Set<String> SEEN = new TreeSet<>();

    private Outcomes() {}

    /** An outcome, a digit for each value. */
    public static void saw(int... values) {
        SEEN.add(Arrays.stream(values).mapToObj(String::valueOf).collect(Collectors.joining()));
    }

    /** All since the last call. */
    static Set<String> take() {
        Set<String> all = new TreeSet<>(SEEN);
        SEEN.clear();
        return all;
    }
}
