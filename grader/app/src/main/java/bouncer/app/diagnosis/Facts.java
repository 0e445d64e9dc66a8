package bouncer.app.diagnosis;

import java.util.ArrayList;
import java.util.List;

/** The mistakes that detectors found, each with the file it is in. Used by one thread. */
final class Facts {
    private final List<Fact> all = new ArrayList<>();

    /**
     * One mistake.
     *
     * @param file path of the source file below the source root, with forward slashes
     */
    record Fact(String file, Misconception mistake) {}

    /** Adds a mistake in a method. */
    void add(MethodFlow flow, Misconception mistake) {
        all.add(new Fact(flow.file(), mistake));
    }

    List<Fact> all() {
        return List.copyOf(all);
    }
}
