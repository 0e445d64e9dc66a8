package bouncer.engine.run;

import org.jspecify.annotations.Nullable;

/** When a blocking operation is enabled. Evaluated often, on any thread: it must have no side effects. */
@FunctionalInterface
public interface Enabledness {
    /** Never: only a timeout, an interrupt or another actor ends the wait. */
    Enabledness NEVER = () -> false;

    /** Whether the operation could be done now. */
    boolean holds();

    /**
     * The thread that holds what is waited for, so that cycles of waiting threads are found; null if there is none in
     * particular.
     */
    default @Nullable Thread holder() {
        return null;
    }
}
