package bouncer.worker.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Records which methods of the submission each thread of a contract check called last. A finding without a stack trace
 * is located by them. A thread that joins another one takes over its record. Thread-safe.
 */
public final class CallLog {
    private static final int MOST = 8;
    private static final ThreadLocal<Deque<String>> RECENT = ThreadLocal.withInitial(ArrayDeque::new);
    // Plain on purpose: set before the check's threads start; an access with ordering could hide missing
    // synchronisation.
    private static boolean noted;

    private CallLog() {}

    /** Switches recording on or off. Called by the worker before each check. */
    public static void noting(boolean now) {
        noted = now;
    }

    /**
     * Records a call. The worker inserts calls of this method into the check's code, before each call of the
     * submission.
     *
     * @param method the method as in a class file, such as {@code counter/ThreadSafeCounter.get()J}
     */
    public static void calling(String method) {
        if (noted) {
            Deque<String> recent = RECENT.get();
            recent.remove(method);
            recent.addFirst(method);
            if (recent.size() > MOST) {
                recent.removeLast();
            }
        }
    }

    /** Returns the methods that this thread and the threads it joined called, the latest first, each method once. */
    public static List<String> recent() {
        return noted ? List.copyOf(RECENT.get()) : List.of();
    }

    static void heard(List<String> methods) {
        for (int i = methods.size() - 1; i >= 0; i--) {
            calling(methods.get(i));
        }
    }
}
