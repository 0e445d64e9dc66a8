package bouncer.worker.runtime;

import bouncer.checks.Inconclusive;
import java.lang.reflect.Method;

/** Starts threads of the kind the running check asks for; virtual ones by reflection, because the code is for 17. */
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
        // As a program of the student's own has it; the worker's end waits for no thread.
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
