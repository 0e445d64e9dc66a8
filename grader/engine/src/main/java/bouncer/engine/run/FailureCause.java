package bouncer.engine.run;

import bouncer.engine.memory.MemoryLocation;
import org.jspecify.annotations.Nullable;

/** What a failed execution failed by. Which components are set depends on its {@link End}. */
public final class FailureCause {
    private @Nullable Task culprit;
    private @Nullable Throwable thrown;
    private @Nullable MemoryLocation raced;
    private int rival;

    FailureCause() {}

    void by(Task task) {
        culprit = task;
    }

    /** A thread died of this. */
    public void threw(Throwable what) {
        thrown = what;
    }

    void raced(MemoryLocation location, int otherTask) {
        raced = location;
        rival = otherTask;
    }

    /** The thread that failed: it threw, raced, spun or waited; or null. */
    public @Nullable Task culprit() {
        return culprit;
    }

    /** What it threw, or null. */
    public @Nullable Throwable thrown() {
        return thrown;
    }

    /** The location of a race, or null. */
    public @Nullable MemoryLocation raced() {
        return raced;
    }

    /** The number of the other thread of a race. */
    public int rival() {
        return rival;
    }
}
