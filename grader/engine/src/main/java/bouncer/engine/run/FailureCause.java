package bouncer.engine.run;

import bouncer.engine.memory.MemoryLocation;
import org.jspecify.annotations.Nullable;

/** The cause of a failed execution. The {@link End} determines which components are set. */
public final class FailureCause {
    private @Nullable Actor culprit;
    private @Nullable Throwable thrown;
    private @Nullable MemoryLocation raced;
    private int rival;

    FailureCause() {}

    void by(Actor thread) {
        culprit = thread;
    }

    /** Sets the exception that a thread died of. */
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

    /** Returns the exception of the thread, or null. */
    public @Nullable Throwable thrown() {
        return thrown;
    }

    /** Returns the location of a race, or null. */
    public @Nullable MemoryLocation raced() {
        return raced;
    }

    /** Returns the number of the other thread of a race. */
    public int rival() {
        return rival;
    }
}
