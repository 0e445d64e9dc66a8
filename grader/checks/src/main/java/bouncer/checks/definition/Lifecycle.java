package bouncer.checks.definition;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * The methods that run before and after each execution of a check, in Jupiter's order: those of a superclass before
 * those of its subclasses, and for the cleanup after them. Immutable.
 *
 * @param before methods with {@code @BeforeEach}, in the order in which they run
 * @param after methods with {@code @AfterEach}, in the order in which they run; each runs even if others throw
 */
public record Lifecycle(List<Method> before, List<Method> after) {
    public Lifecycle {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Returns the methods of a check class and of its superclasses, without those that are overridden. */
    public static Lifecycle of(Class<?> checkClass) {
        List<Method> before = new ArrayList<>();
        List<Method> after = new ArrayList<>();
        Set<String> overridden = new HashSet<>();
        for (Class<?> type = checkClass; type != null && type != Object.class; type = type.getSuperclass()) {
            before.addAll(0, annotated(type, BeforeEach.class, overridden));
            after.addAll(annotated(type, AfterEach.class, overridden));
            for (Method method : type.getDeclaredMethods()) {
                overridden.add(method.getName());
            }
        }
        return new Lifecycle(before, after);
    }

    /**
     * Returns the methods sorted by name. Reflection guarantees no order, and Jupiter does not promise source order.
     */
    private static List<Method> annotated(Class<?> type, Class<? extends Annotation> kind, Set<String> overridden) {
        List<Method> found = new ArrayList<>();
        for (Method method : type.getDeclaredMethods()) {
            if (method.isAnnotationPresent(kind)
                    && method.getParameterCount() == 0
                    && !overridden.contains(method.getName())) {
                found.add(method);
            }
        }
        found.sort((one, other) -> one.getName().compareTo(other.getName()));
        return found;
    }
}
