package bouncer.clients.history;

import bouncer.checks.specification.Making;
import org.jspecify.annotations.Nullable;

/** A call of the maker of resources. Written by the thread that makes; read when the execution is over. */
public final class MakerCall {
    private @Nullable Making made;
    private @Nullable Throwable thrown;

    /** Records how it ended. */
    public void ended(Making outcome, @Nullable Throwable failure) {
        made = outcome;
        thrown = failure;
    }

    /** Returns how it ended; null if it has not ended. */
    public @Nullable Making made() {
        return made;
    }

    /** Returns what it threw, or null. */
    public @Nullable Throwable thrown() {
        return thrown;
    }
}
