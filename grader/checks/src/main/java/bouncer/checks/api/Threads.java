package bouncer.checks.api;

import bouncer.checks.finding.Location;
import org.jspecify.annotations.Nullable;

/** Threads of the real machine for the helpers of this library: of the kind the check asks for, and watched. */
public final class Threads {
    private Threads() {}

    /**
     * Starts a thread of the kind that the running check asks for.
     *
     * @throws Inconclusive if the check asks for virtual threads and this JDK has none
     */
    public static Thread start(String name, Runnable body) {
        return ThreadStarter.start(name, body);
    }

    /** Tells the watcher why a thread of the check ended; if the rest then stands still, this is the reason. */
    public static void failed(Throwable thrown) {
        CheckContext.failed(thrown);
    }

    /** The submission's line that a thread is at, or null. */
    public static @Nullable Location place(Thread thread) {
        return CheckContext.place(thread);
    }
}
