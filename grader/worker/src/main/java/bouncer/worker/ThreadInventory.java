package bouncer.worker;

import bouncer.checks.JvmThreads;
import bouncer.worker.runtime.CheckContext;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The threads of the running check: all that did not exist before it began. Virtual threads are included if the JDK can
 * list them; else only those that helpers started. Thread-safe.
 */
final class ThreadInventory {
    private final Set<Thread> before = Set.copyOf(platform());

    /** Returns the check's threads that have not ended. */
    Set<Thread> live() {
        Set<Thread> live = new LinkedHashSet<>(platform());
        live.addAll(CheckContext.started());
        live.addAll(Virtual.threads());
        live.removeAll(before);
        live.removeIf(thread -> !thread.isAlive());
        JvmThreads.removeIdle(live);
        return live;
    }

    /** Returns true if this process has started a child process, which may have ended. */
    static boolean hasChildren() {
        // A thread of the JDK that waits for the end of a child has this name and the child's process id. After that,
        // the
        // thread keeps the bare name for a while.
        return platform().stream().anyMatch(thread -> thread.getName().startsWith("process reaper"));
    }

    /** Returns true if a child process of this one has not ended yet. */
    static boolean hasLiveChild() {
        return platform().stream().anyMatch(thread -> thread.getName().startsWith("process reaper ("));
    }

    private static List<Thread> platform() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads = new Thread[2 * root.activeCount() + 16];
        int count = root.enumerate(threads, true);
        return Stream.of(threads).limit(count).toList();
    }

    /** Returns the JDK's list of virtual threads, from JDK 21 on; empty if this process has no access to it. */
    private static final class Virtual {
        private static final @Nullable Method ROOT = method("root");
        private static final @Nullable Method THREADS = method("threads");
        private static final @Nullable Method CHILDREN = method("children");

        private static @Nullable Method method(String name) {
            try {
                return Class.forName(
                                name.equals("root")
                                        ? "jdk.internal.vm.ThreadContainers"
                                        : "jdk.internal.vm.ThreadContainer")
                        .getMethod(name);
            } catch (ReflectiveOperationException | RuntimeException e) {
                return null;
            }
        }

        static Collection<Thread> threads() {
            List<Thread> found = new ArrayList<>();
            if (ROOT != null && THREADS != null && CHILDREN != null) {
                try {
                    collect(ROOT.invoke(null), found);
                } catch (ReflectiveOperationException | RuntimeException e) {
                    return found;
                }
            }
            return found;
        }

        private static void collect(Object container, List<Thread> found) throws ReflectiveOperationException {
            if (THREADS != null && CHILDREN != null) {
                ((Stream<?>) THREADS.invoke(container)).forEach(thread -> found.add((Thread) thread));
                for (Object child : ((Stream<?>) CHILDREN.invoke(container)).toList()) {
                    collect(child, found);
                }
            }
        }
    }
}
