package bouncer.engine.library.atomic;

import bouncer.engine.ops.Ops;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** The variables that a field is, one in each object of a class. */
final class FieldSlots<V extends @Nullable Object> {
    static final StackWalker CALLERS = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private final Class<?> type;
    private final String name;
    private final VarHandle handle;
    private final boolean primitive;

    /**
     * The field, if it is as updaters demand.
     *
     * @param caller the class that asks for an updater
     * @param wrongType what to say when it has another type; null to throw a ClassCastException, as for references
     */
    FieldSlots(Class<?> caller, Class<?> type, Class<?> valueType, String name, @Nullable String wrongType) {
        this.type = type;
        this.name = name;
        this.primitive = valueType.isPrimitive();
        try {
            Field field = type.getDeclaredField(name);
            if (field.getType() != valueType) {
                throw wrongType == null ? new ClassCastException() : new IllegalArgumentException(wrongType);
            }
            if (!Modifier.isVolatile(field.getModifiers())) {
                throw new IllegalArgumentException("Must be volatile type");
            }
            if (Modifier.isStatic(field.getModifiers())) {
                throw new IllegalArgumentException();
            }
            if (!isAccessible(caller, type, field.getModifiers())) {
                throw new IllegalAccessException("class " + caller.getName() + " cannot access a member of class "
                        + type.getName() + " with modifiers \"" + Modifier.toString(field.getModifiers()) + "\"");
            }
            handle = MethodHandles.privateLookupIn(type, MethodHandles.lookup()).unreflectVarHandle(field);
        } catch (ReflectiveOperationException e) {
            throw new RuntimeException(e);
        }
    }

    /** As the language has it, also for those that are nested in the same class. */
    private static boolean isAccessible(Class<?> caller, Class<?> type, int modifiers) {
        if (Modifier.isPublic(modifiers) || caller.getNestHost() == type.getNestHost()) {
            return true;
        }
        boolean near = caller.getClassLoader() == type.getClassLoader()
                && caller.getPackageName().equals(type.getPackageName());
        return !Modifier.isPrivate(modifiers)
                && (near || (Modifier.isProtected(modifiers) && type.isAssignableFrom(caller)));
    }

    @SuppressWarnings("unchecked")
    AtomicCell<V> of(@Nullable Object object) {
        if (!type.isInstance(object)) {
            throw new ClassCastException();
        }
        return AtomicCell.behind(
                Ops.field(object, type, name),
                primitive,
                () -> (V) handle.getVolatile(object),
                v -> handle.setVolatile(object, v));
    }
}
