package bouncer.engine.model;

import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Virtual threads, by reflection because the code is for 17. They are never started: the model runs their bodies. */
public final class VirtualThreads {
    /** A virtual thread's own {@code run} does nothing, so what it should run is kept here. */
    private static final Map<Thread, Runnable> BODIES = Collections.synchronizedMap(new WeakHashMap<>());

    private static final @Nullable Method IS_VIRTUAL = find(Thread.class, "isVirtual");
    private static final @Nullable Method OF_VIRTUAL = find(Thread.class, "ofVirtual");

    private VirtualThreads() {}

    private static @Nullable Method find(Class<?> type, String name, Class<?>... parameters) {
        try {
            return type.getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            return null; // before 21
        }
    }

    public static boolean isVirtual(Thread thread) {
        try {
            return IS_VIRTUAL != null && (boolean) IS_VIRTUAL.invoke(thread);
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    public static Thread make(String name, Runnable body) {
        if (OF_VIRTUAL == null) {
            throw new UnsupportedOperationException("This JDK has no virtual threads");
        }
        try {
            Object builder = OF_VIRTUAL.invoke(null);
            Class<?> type = Class.forName("java.lang.Thread$Builder");
            Thread thread = (Thread) type.getMethod("unstarted", Runnable.class).invoke(builder, body);
            if (!name.isEmpty()) {
                thread.setName(name);
            }
            remember(thread, body);
            return thread;
        } catch (ReflectiveOperationException e) {
            throw new UnsupportedOperationException("This JDK's virtual threads can't be made", e);
        }
    }

    static void remember(Thread thread, Runnable body) {
        BODIES.put(thread, body);
    }

    /** Returns the body of a thread. */
    @SuppressWarnings({"DoNotCall", "UnnecessaryMethodReference"})
    public // its body is to run in the model, not as a thread
    static Runnable body(Thread thread) {
        Runnable known = isVirtual(thread) ? BODIES.get(thread) : null;
        return known != null ? known : thread::run;
    }
}
