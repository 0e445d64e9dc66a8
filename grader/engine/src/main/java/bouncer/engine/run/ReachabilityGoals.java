package bouncer.engine.run;

import bouncer.engine.memory.MemoryLocation;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one execution was asked to show, and what it did show. Used under control only. */
public final class ReachabilityGoals {
    private final Set<String> wanted = new TreeSet<>();
    private final Set<String> reached = new TreeSet<>();
    private @Nullable String refuted;
    private boolean enough;

    /** Who reads large arrays, once somebody has asked. */
    private @Nullable ArrayReaders readers;

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

    /** From here on counts who reads arrays of that length or more. */
    public ArrayReaders countReaders(int least) {
        ArrayReaders fresh = new ArrayReaders(least);
        readers = fresh;
        return fresh;
    }

    /** A task has had its turn at what only one at a time has a turn at. */
    public void hadTurn(Task task, MemoryLocation loc) {
        if (readers != null) {
            readers.turn(task, loc.owner, loc);
        }
    }

    @Nullable
    public ArrayReaders readers() {
        return readers;
    }
}
