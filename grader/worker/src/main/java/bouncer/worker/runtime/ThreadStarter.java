package bouncer.worker.runtime;

import bouncer.checks.Inconclusive;
import java.lang.reflect.Method;

/**
 * Starts threads of the kind that the running check asks for; virtual ones by reflection, as this code runs on JDK 17.
 */
final class ThreadStarter {
    private ThreadStarter() {}

    static Thread start(String name, Runnable body) {
        Thread thread = CheckContext.onVirtualThreads() ? virtual(name, body) : platform(name, body);
        CheckContext.starting(thread);
        thread.start();
        return thread;
    }

    private static Thread platform(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        // The usual kind of thread in a student's program. The worker ends by halt and waits for no thread.
        thread.setDaemon(false);
        return thread;
    }

    private static Thread virtual(String name, Runnable body) {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Class<?> type = Class.forName("java.lang.Thread$Builder");
            Method unstarted = type.getMethod("unstarted", Runnable.class);
            Object named = type.getMethod("name", String.class).invoke(builder, name);
            return (Thread) unstarted.invoke(named, body);
        } catch (ReflectiveOperationException e) {
            throw new Inconclusive("This JDK has no virtual threads");
        }
    }
}
