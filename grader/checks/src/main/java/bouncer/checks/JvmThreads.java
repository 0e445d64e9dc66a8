package bouncer.checks;

import java.util.Set;

/** Threads that the JVM starts for itself when it first needs them, and that no submission can end. Stateless. */
public final class JvmThreads {
    private static final String INTERNAL = "jdk.internal.";
    private static final String POOL = "java.util.concurrent.ForkJoinPool";

    private JvmThreads() {}

    /** Whether a thread is one of them, whatever it does just now. */
    public static boolean isOne(Thread thread) {
        return switch (thread.getName()) {
            case "Attach Listener" -> isOfSystem(thread);
            case "CompletableFutureDelayScheduler" -> true;
            default -> isInternal(thread);
        };
    }

    /** Takes out of some threads those of the JVM's own, and those that do nothing in a pool which it keeps for later. */
    public static void removeIdle(Set<Thread> threads) {
        threads.removeIf(JvmThreads::isIdle);
        // It can be told by its name alone, which others may bear; but there is only one.
        threads.stream().filter(JvmThreads::isDelayScheduler).findFirst().ifPresent(threads::remove);
    }

    private static boolean isIdle(Thread thread) {
        return switch (thread.getName()) {
            case "VirtualThread-unparker" -> isInternal(thread) && thread.getState() == Thread.State.WAITING;
            case "Attach Listener" -> isOfSystem(thread);
            // Those that run virtual threads, wake them, wait for processes and clean up.
            default -> isInternal(thread) || (thread.getName().startsWith("ForkJoinPool") && awaitsWork(thread));
        };
    }

    private static boolean isDelayScheduler(Thread thread) {
        return thread.getName().equals("CompletableFutureDelayScheduler") && thread.getState() == Thread.State.WAITING;
    }

    private static boolean isInternal(Thread thread) {
        return thread.getClass().getName().startsWith(INTERNAL)
                && !thread.getName().startsWith("Cleaner-");
    }

    /** Threads that a submission starts are never in the outermost group. */
    private static boolean isOfSystem(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group == null || group.getParent() == null;
    }

    private static boolean awaitsWork(Thread thread) {
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getMethodName().equals("awaitWork")
                    && frame.getClassName().equals(POOL)) {
                return true;
            }
        }
        return false;
    }
}
