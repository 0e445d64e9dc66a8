package bouncer.engine.run;

import bouncer.engine.memory.MemoryLocation;
import org.jspecify.annotations.Nullable;

/** What a failed execution failed by; which of it is set depends on its {@link End}. */
final class FailureCause {
    /** Who failed: it threw, raced, spun or waited. */
    @Nullable
    Task culprit;

    @Nullable
    Throwable thrown;

    @Nullable
    MemoryLocation raced;
    /** The number of the other task of a race. */
    int rival;
}
