package bouncer.worker.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Which methods of the submission each thread of a contract check called last: what a broken promise is about when no
 * stack tells. A thread that joins another goes on with what that one called. Thread-safe.
 */
public final class CallLog {
    private static final int MOST = 8;
    private static final ThreadLocal<Deque<String>> RECENT = ThreadLocal.withInitial(ArrayDeque::new);
    // Plain on purpose: set before the check's threads start, and nothing else may order what they do.
    private static boolean noted;

    private CallLog() {}

    /** Called by the worker before each check: whether calls are to be noted. */
    public static void noting(boolean now) {
        noted = now;
    }

    /**
     * Called by the check's code, into which the worker writes it, before each call of the submission's.
     *
     * @param method as in a class file, such as {@code counter/ThreadSafeCounter.get()J}
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

    /** What this thread, and those that it joined, called last; the last comes first, each method once. */
    public static List<String> recent() {
        return noted ? List.copyOf(RECENT.get()) : List.of();
    }

    static void heard(List<String> methods) {
        for (int i = methods.size() - 1; i >= 0; i--) {
            calling(methods.get(i));
        }
    }
}
