package bouncer.checks.api;

import java.lang.reflect.Method;

/** Starts threads of the kind the running check asks for; virtual ones by reflection, because the code is for 17. */
final class Starter {
    private Starter() {}

    static Thread start(String name, Runnable body) {
        if (CheckContext.on() == On.VIRTUAL) {
            try {
                Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
                Thread thread = (Thread) start.invoke(null, body);
                thread.setName(name);
                return thread;
            } catch (ReflectiveOperationException e) {
                throw new Inconclusive("This JDK has no virtual threads");
            }
        }
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
