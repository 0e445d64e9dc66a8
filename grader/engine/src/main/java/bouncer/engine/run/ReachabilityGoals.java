package bouncer.engine.run;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one execution was asked to show, and what it did show. Used under control only. */
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

    /** Says that this one did. */
    public void reach(String label) {
        reached.add(label);
    }

    /** Says that no execution reaches a label, because of what this one showed. */
    public void refute(String label) {
        refuted = label;
    }

    /** The label that no execution reaches, or null. */
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

    /** Says that no other execution need be run. */
    public void enough() {
        enough = true;
    }

    /** Whether no other execution need be run. */
    public boolean isEnough() {
        return enough;
    }
}
