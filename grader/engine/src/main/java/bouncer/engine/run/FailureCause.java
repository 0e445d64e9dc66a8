package bouncer.engine.run;

import bouncer.engine.memory.MemoryLocation;
import org.jspecify.annotations.Nullable;

/** What a failed execution failed by. Which components are set depends on its {@link End}. */
public final class FailureCause {
    private @Nullable Actor culprit;
    private @Nullable Throwable thrown;
    private @Nullable MemoryLocation raced;
    private int rival;

    FailureCause() {}

    void by(Actor thread) {
        culprit = thread;
    }

    /** A thread died of this. */
    public void threw(Throwable what) {
        thrown = what;
    }

    void raced(MemoryLocation location, int otherTask) {
        raced = location;
        rival = otherTask;
    }

    /** Returns the thread that threw, raced, spun or blocked; null if the failure is not one thread's. */
    public @Nullable Actor culprit() {
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
