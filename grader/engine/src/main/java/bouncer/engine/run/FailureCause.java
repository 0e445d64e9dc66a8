package bouncer.engine.run;

import bouncer.engine.memory.MemoryLocation;
import org.jspecify.annotations.Nullable;

/** What a failed execution failed by; which of it is set depends on its {@link End}. */
public final class FailureCause {
    /** Who failed: it threw, raced, spun or waited. */
    @Nullable
    public Task culprit;

    @Nullable
    public Throwable thrown;

    @Nullable
    public MemoryLocation raced;
    /** The number of the other task of a race. */
    public int rival;
}
