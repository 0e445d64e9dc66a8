package bouncer.app.grading;

import java.util.LinkedHashMap;
import java.util.Map;

/** Measures the wall-clock time of a grading by phase. Used by one thread. */
public final class Stopwatch {
    private final Map<String, Long> nanos = new LinkedHashMap<>();

    /** A step that may fail. */
    interface Step<T> {
        T run() throws java.io.IOException, InterruptedException;
    }

    <T> T measure(String phase, Step<T> step) throws java.io.IOException, InterruptedException {
        long start = System.nanoTime();
        try {
            return step.run();
        } finally {
            add(phase, System.nanoTime() - start);
        }
    }

    void add(String phase, long spent) {
        nanos.merge(phase, spent, Long::sum);
    }

    /** Returns the milliseconds of wall-clock time by phase, in the order in which the phases began. */
    public Map<String, Long> millis() {
        Map<String, Long> millis = new LinkedHashMap<>();
        nanos.forEach((phase, spent) -> millis.put(phase, spent / 1_000_000));
        return millis;
    }
}
