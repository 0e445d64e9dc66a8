package bouncer.engine.library;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Supplier;

/**
 * Two calls on one object, made by {@link TwoCalls}. Not instrumented, so that calls by reflection are possible. Used by one test at a
 * time.
 */
public final class Calls {
    private static volatile Supplier<Object> maker;
    private static volatile Call mutator;
    private static volatile Call reader;

    /** A method and its arguments. */
    record Call(Method method, Object... arguments) {
        Object on(Object receiver) throws Throwable {
            try {
                return method.invoke(receiver, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    private Calls() {}

    static void set(Supplier<Object> making, Call mutating, Call reading) {
        maker = making;
        mutator = mutating;
        reader = reading;
    }

    /** A new object. */
    public static Object make() {
        return maker.get();
    }

    /** The first call. */
    public static void mutate(Object receiver) throws Throwable {
        mutator.on(receiver);
    }

    /** The second call. */
    public static void read(Object receiver) throws Throwable {
        reader.on(receiver);
    }
}
