package bouncer.engine.run;

import org.jspecify.annotations.Nullable;

/** When a blocking operation is enabled. Evaluated often, on any thread: it must have no side effects. */
@FunctionalInterface
public interface Enabledness {
    /** Never: only a timeout, an interrupt or another actor ends the wait. */
    Enabledness NEVER = () -> false;

    /** Returns true if the operation is enabled. */
    boolean holds();

    /**
     * Returns the thread that the operation waits for, by which deadlocks are found; null if no particular one.
     */
    default @Nullable Thread holder() {
        return null;
    }
}
