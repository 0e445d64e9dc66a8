package bouncer.engine.hooks;

import bouncer.engine.jdk.LibraryClasses;
import bouncer.engine.model.DeclaredFields;
import bouncer.engine.model.ModelTask;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reflection in instrumented code. An access of a field of an instrumented class is the access that it stands for; a
 * method or constructor of an instrumented class reports itself what it does. Of the library's classes those may be
 * called that instrumented code calls as they are.
 */
public final class ReflectionCalls {
    private static final LibraryClasses LIBRARY = LibraryClasses.standard();
    private static final Set<String> OF_OBJECT = Set.of("wait", "notify", "notifyAll", "getClass");

    private ReflectionCalls() {}

    /** The calls of {@link Field}. */
    public static final class OfField {
        private OfField() {}

        public static @Nullable Object get(Field field, @Nullable Object of) throws IllegalAccessException {
            return before(field, of, false).get(of);
        }

        public static boolean getBoolean(Field field, @Nullable Object of) throws IllegalAccessException {
            return before(field, of, false).getBoolean(of);
        }

        public static int getInt(Field field, @Nullable Object of) throws IllegalAccessException {
            return before(field, of, false).getInt(of);
        }

        public static long getLong(Field field, @Nullable Object of) throws IllegalAccessException {
            return before(field, of, false).getLong(of);
        }

        public static double getDouble(Field field, @Nullable Object of) throws IllegalAccessException {
            return before(field, of, false).getDouble(of);
        }

        public static void set(Field field, @Nullable Object of, @Nullable Object value) throws IllegalAccessException {
            before(field, of, true).set(of, value);
        }

        public static void setBoolean(Field field, @Nullable Object of, boolean value) throws IllegalAccessException {
            before(field, of, true).setBoolean(of, value);
        }

        public static void setInt(Field field, @Nullable Object of, int value) throws IllegalAccessException {
            before(field, of, true).setInt(of, value);
        }

        public static void setLong(Field field, @Nullable Object of, long value) throws IllegalAccessException {
            before(field, of, true).setLong(of, value);
        }

        public static void setDouble(Field field, @Nullable Object of, double value) throws IllegalAccessException {
            before(field, of, true).setDouble(of, value);
        }
    }

    private static Field before(Field field, @Nullable Object of, boolean write) {
        Class<?> in = field.getDeclaringClass();
        ModelTask task = ModelTask.find();
        if (task == null || !isInstrumented(in)) {
            return field;
        }
        boolean accessible = field.trySetAccessible();
        boolean isStatic = Modifier.isStatic(field.getModifiers());
        Object owner = isStatic ? in : of;
        if (accessible && owner != null && !Modifier.isFinal(field.getModifiers())) {
            int slot = DeclaredFields.slot(in, field.getName());
            boolean ordered = Modifier.isVolatile(field.getModifiers());
            if (write && ordered) {
                Hooks.writeVolatile(owner, slot);
            } else if (write) {
                Hooks.write(owner, slot);
            } else if (ordered) {
                Hooks.readVolatile(owner, slot);
            } else {
                Hooks.read(owner, slot);
            }
        }
        return field;
    }

    /** Returns true if the loader of a class instruments what it loads. */
    static boolean isInstrumented(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader != null && "bouncer".equals(loader.getName());
    }

    /** The calls of {@link Method}. */
    public static final class OfMethod {
        private OfMethod() {}

        public static @Nullable Object invoke(Method method, @Nullable Object of, @Nullable Object... arguments)
                throws IllegalAccessException, InvocationTargetException {
            allow(method, of, "java.lang.reflect.Method.invoke");
            return method.invoke(of, arguments);
        }
    }

    /** The calls of {@link Constructor}. */
    public static final class OfConstructor {
        private OfConstructor() {}

        public static Object newInstance(Constructor<?> constructor, @Nullable Object... arguments)
                throws ReflectiveOperationException {
            allow(constructor, null, "java.lang.reflect.Constructor.newInstance");
            return constructor.newInstance(arguments);
        }
    }

    private static void allow(Executable member, @Nullable Object receiver, String by) {
        Class<?> in = member.getDeclaringClass();
        allow(in, member.getName(), receiver != null && isInstrumented(receiver.getClass()), by);
        if (isInstrumented(in) || isModel(in)) {
            // The rights are the caller's, which this is not.
            boolean unused = member.trySetAccessible();
        }
    }

    private static boolean isModel(Class<?> type) {
        return type.getName().startsWith("bouncer.engine.library.");
    }

    /**
     * Ends the exploration unless a call does the same as one in instrumented code would.
     *
     * @param by the call of the program, for the reason
     * @param ofProgram whether the object that is called is of a class of the program
     */
    static void allow(Class<?> in, String method, boolean ofProgram, String by) {
        ModelTask task = ModelTask.find();
        if (task == null || isInstrumented(in) || isModel(in)) {
            return;
        }
        String name = in.getName().replace('.', '/');
        boolean special = Thread.class.isAssignableFrom(in)
                || (in == Object.class && OF_OBJECT.contains(method))
                || in == Array.class
                || LIBRARY.replacement(name) != null
                || LIBRARY.redirected().containsKey(name)
                || (LIBRARY.isDescribed(name) && !ofProgram)
                || LIBRARY.unsupported(name, method) != null;
        if (special) {
            throw task.execution()
                    .lose("the program calls " + in.getName() + "." + method + " by " + by
                            + ", which the engine does not control");
        }
    }
}
