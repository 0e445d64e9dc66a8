package bouncer.checks.api;

/** Threads that the JVM starts for itself when it first needs them, and that no submission can end. Stateless. */
public final class JvmThreads {
    private static final String INTERNAL = "jdk.internal.";

    private JvmThreads() {}

    /** Whether a thread is one of them, whatever it does just now. */
    public static boolean isOne(Thread thread) {
        return switch (thread.getName()) {
            case "CompletableFutureDelayScheduler", "Attach Listener" -> true;
            // Those that run virtual threads, wake them, wait for processes and clean up; others may bear their names.
            default ->
                thread.getClass().getName().startsWith(INTERNAL)
                        && !thread.getName().startsWith("Cleaner-");
        };
    }

    /** Whether a thread is one of them, or one that a pool of the JVM's keeps for later, and does nothing just now. */
    public static boolean isIdle(Thread thread) {
        return switch (thread.getName()) {
            case "VirtualThread-unparker", "CompletableFutureDelayScheduler" ->
                isOne(thread) && thread.getState() == Thread.State.WAITING;
            default -> isOne(thread) || (thread.getName().startsWith("ForkJoinPool") && awaitsWork(thread));
        };
    }

    private static boolean awaitsWork(Thread thread) {
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getMethodName().equals("awaitWork")) {
                return true;
            }
        }
        return false;
    }
}
