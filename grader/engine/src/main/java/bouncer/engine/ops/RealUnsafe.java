package bouncer.engine.ops;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The {@code sun.misc.Unsafe} of this JVM, by reflection, as javac warns of each use of it. Thread-safe.
 */
final class RealUnsafe {
    private final Object unsafe;
    /** The methods that were called, by name: those with addresses of raw memory left out, no two have the same. */
    private final Map<String, Method> methods = new ConcurrentHashMap<>();

    RealUnsafe() {
        try {
            Field field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
            field.setAccessible(true);
            unsafe = field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Calls a method with these arguments and returns its result. */
    @Nullable
    Object call(String name, @Nullable Object... arguments) {
        try {
            return methods.computeIfAbsent(name, wanted -> method(wanted, arguments.length))
                    .invoke(unsafe, arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Calls a method that returns a number. */
    Number number(String name, Object argument) {
        return (Number) Objects.requireNonNull(call(name, argument));
    }

    private Method method(String name, int arguments) {
        for (Method method : unsafe.getClass().getMethods()) {
            boolean raw = method.getParameterCount() > 0 && method.getParameterTypes()[0] == long.class;
            if (method.getName().equals(name) && method.getParameterCount() == arguments && !raw) {
                return method;
            }
        }
        throw new IllegalStateException("This JVM has no Unsafe." + name);
    }
}
