package bouncer.engine.hooks;

import bouncer.engine.memory.Memory;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.model.DeclaredFields;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The variables of VarHandles. A VarHandle does not reveal its variable, so the calls that create one are redirected
 * here.
 */
public final class Variables {
    private static final String LOOKUP = "java.lang.invoke.MethodHandles.Lookup.";
    private static final Map<VarHandle, Origin> ORIGINS = Collections.synchronizedMap(new WeakHashMap<>());

    /** A field, or an array's element when there is no name. */
    private record Origin(@Nullable Class<?> staticIn, int slot) {}

    private Variables() {}

    public static VarHandle findVarHandle(MethodHandles.Lookup lookup, Class<?> in, String name, Class<?> type)
            throws NoSuchFieldException, IllegalAccessException {
        return of(lookup.findVarHandle(in, name, type), null, DeclaredFields.slot(in, name));
    }

    public static MethodHandle findVirtual(MethodHandles.Lookup lookup, Class<?> in, String name, MethodType type)
            throws NoSuchMethodException, IllegalAccessException {
        ReflectionCalls.allow(in, name, false, LOOKUP + "findVirtual");
        return lookup.findVirtual(in, name, type);
    }

    public static MethodHandle findStatic(MethodHandles.Lookup lookup, Class<?> in, String name, MethodType type)
            throws NoSuchMethodException, IllegalAccessException {
        ReflectionCalls.allow(in, name, false, LOOKUP + "findStatic");
        return lookup.findStatic(in, name, type);
    }

    public static MethodHandle findConstructor(MethodHandles.Lookup lookup, Class<?> in, MethodType type)
            throws NoSuchMethodException, IllegalAccessException {
        ReflectionCalls.allow(in, "<init>", false, LOOKUP + "findConstructor");
        return lookup.findConstructor(in, type);
    }

    /** As classes of the library make theirs since 24. */
    public static VarHandle findVarHandle(MethodHandles.Lookup lookup, String name, Class<?> type)
            throws NoSuchFieldException, IllegalAccessException {
        return findVarHandle(lookup, lookup.lookupClass(), name, type);
    }

    public static VarHandle findStaticVarHandle(MethodHandles.Lookup lookup, Class<?> in, String name, Class<?> type)
            throws NoSuchFieldException, IllegalAccessException {
        return of(lookup.findStaticVarHandle(in, name, type), in, DeclaredFields.slot(in, name));
    }

    public static VarHandle arrayElementVarHandle(Class<?> arrayType) {
        return of(MethodHandles.arrayElementVarHandle(arrayType), null, -1);
    }

    /** A view of several bytes counts as an access of the first one, and of all of them if it is a plain one. */
    public static VarHandle byteArrayViewVarHandle(Class<?> viewType, ByteOrder order) {
        VarHandle handle = MethodHandles.byteArrayViewVarHandle(viewType, order);
        return of(handle, null, -1);
    }

    /** Returns the number of array elements that a variable consists of. */
    static int width(VarHandle handle, @Nullable Object owner) {
        if (!(owner instanceof byte[]) || handle.varType() == byte.class) {
            return 1;
        }
        Class<?> type = handle.varType();
        return type == short.class || type == char.class
                ? Short.BYTES
                : type == int.class || type == float.class ? Integer.BYTES : Long.BYTES;
    }

    private static VarHandle of(VarHandle handle, @Nullable Class<?> staticIn, int slot) {
        ORIGINS.put(handle, new Origin(staticIn, slot));
        return handle;
    }

    /** Returns the location of a variable, or null if the making of the VarHandle was not seen. */
    static @Nullable MemoryLocation find(Memory memory, VarHandle handle, @Nullable Object owner, int index) {
        Origin origin = ORIGINS.get(handle);
        if (origin == null) {
            return null;
        }
        if (origin.staticIn != null) {
            return memory.at(origin.staticIn, origin.slot);
        }
        if (owner == null) {
            return null;
        }
        return memory.at(owner, origin.slot >= 0 ? origin.slot : index);
    }
}
