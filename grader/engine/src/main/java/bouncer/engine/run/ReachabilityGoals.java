package bouncer.engine.run;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The labels that an execution was asked to reach, and those that it reached. Not thread-safe. */
public final class ReachabilityGoals {
    private final Set<String> wanted = new TreeSet<>();
    private final Set<String> reached = new TreeSet<>();
    private @Nullable String refuted;
    private boolean enough;

    ReachabilityGoals() {}

    /** Asks that some execution reaches a label. */
    public void want(String label) {
        wanted.add(label);
    }

    /** Records that this execution reached a label. */
    public void reach(String label) {
        reached.add(label);
    }

    /** Records that no execution can reach a label, as this one has shown. */
    public void refute(String label) {
        refuted = label;
    }

    /** Returns the label that no execution can reach, or null. */
    public @Nullable String refuted() {
        return refuted;
    }

    /** Labels that must be reached in some execution. */
    public Set<String> wanted() {
        return wanted;
    }

    /** Labels that this execution reached. */
    public Set<String> reached() {
        return reached;
    }

    /** Records that no further execution is needed. */
    public void enough() {
        enough = true;
    }

    /** Returns true if no further execution is needed. */
    public boolean isEnough() {
        return enough;
    }
}
