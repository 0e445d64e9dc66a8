package bouncer.engine.run;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one execution was asked to show, and what it did show. Used under control only. */
public final class Goals {
    private final Set<String> wanted = new TreeSet<>();
    private final Set<String> reached = new TreeSet<>();
    private boolean enough;

    /** Who reads large arrays, once somebody has asked. */
    private @Nullable Readers readers;

    Goals() {}

    /** Asks that some execution reaches a label. */
    public void want(String label) {
        wanted.add(label);
    }

    /** Says that this one did. */
    public void reach(String label) {
        reached.add(label);
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
    public Readers countReaders(int least) {
        Readers fresh = new Readers(least);
        readers = fresh;
        return fresh;
    }

    @Nullable
    Readers readers() {
        return readers;
    }
}
