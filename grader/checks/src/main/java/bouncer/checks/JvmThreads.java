package bouncer.checks;

import java.util.Set;

/** Recognises threads that the JVM starts for itself on first use, and that a submission cannot end. Stateless. */
public final class JvmThreads {
    private static final String INTERNAL = "jdk.internal.";
    private static final String POOL = "java.util.concurrent.ForkJoinPool";

    private JvmThreads() {}

    /** Returns true if the JVM started this thread for itself, in any state of the thread. */
    public static boolean isOne(Thread thread) {
        return switch (thread.getName()) {
            case "Attach Listener" -> isOfSystem(thread);
            case "CompletableFutureDelayScheduler" -> true;
            default -> isInternal(thread);
        };
    }

    /** Removes the JVM's own threads, and idle threads of pools that the JVM keeps. */
    public static void removeIdle(Set<Thread> threads) {
        threads.removeIf(JvmThreads::isIdle);
        // This thread is known only by its name, which another thread may have too, so at most one is removed.
        threads.stream().filter(JvmThreads::isDelayScheduler).findFirst().ifPresent(threads::remove);
    }

    private static boolean isIdle(Thread thread) {
        return switch (thread.getName()) {
            case "VirtualThread-unparker" -> isInternal(thread) && thread.getState() == Thread.State.WAITING;
            case "Attach Listener" -> isOfSystem(thread);
            // They run and wake virtual threads, wait for processes, and clean up.
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

    /** Returns true if the thread is in the outermost group, where a submission cannot start threads, or has ended. */
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
