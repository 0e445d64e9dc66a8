package bouncer.engine.hooks;

import bouncer.engine.library.LibraryClasses;
import bouncer.engine.memory.LocationSlots;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.run.Execution;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Which variable a VarHandle stands for: it won't say, so its making is watched. Calls of its makers come here. */
public final class Variables {
    private static final Map<VarHandle, Origin> ORIGINS = Collections.synchronizedMap(new WeakHashMap<>());

    /** A field, or an array's element when there is no name. */
    private record Origin(@Nullable Class<?> staticIn, int slot) {}

    private Variables() {}

    public static VarHandle findVarHandle(MethodHandles.Lookup lookup, Class<?> in, String name, Class<?> type)
            throws NoSuchFieldException, IllegalAccessException {
        return of(lookup.findVarHandle(in, name, type), null, slot(in, name));
    }

    /** As classes of the library make theirs since 24. */
    public static VarHandle findVarHandle(MethodHandles.Lookup lookup, String name, Class<?> type)
            throws NoSuchFieldException, IllegalAccessException {
        return findVarHandle(lookup, lookup.lookupClass(), name, type);
    }

    public static VarHandle findStaticVarHandle(MethodHandles.Lookup lookup, Class<?> in, String name, Class<?> type)
            throws NoSuchFieldException, IllegalAccessException {
        return of(lookup.findStaticVarHandle(in, name, type), in, slot(in, name));
    }

    public static VarHandle arrayElementVarHandle(Class<?> arrayType) {
        return of(MethodHandles.arrayElementVarHandle(arrayType), null, -1);
    }

    private static VarHandle of(VarHandle handle, @Nullable Class<?> staticIn, int slot) {
        ORIGINS.put(handle, new Origin(staticIn, slot));
        return handle;
    }

    /** The number of a field, wherever above the class it is declared. */
    public static int slot(Class<?> in, String name) {
        for (Class<?> at = in; at != null; at = at.getSuperclass()) {
            for (java.lang.reflect.Field field : at.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return LocationSlots.field(LibraryClasses.originalName(at.getName()), name);
                }
            }
        }
        return LocationSlots.field(LibraryClasses.originalName(in.getName()), name);
    }

    static @Nullable MemoryLocation find(Execution x, VarHandle handle, @Nullable Object owner, int index) {
        Origin origin = ORIGINS.get(handle);
        if (origin == null) {
            return null;
        }
        if (origin.staticIn != null) {
            return x.memory.at(origin.staticIn, origin.slot);
        }
        if (owner == null) {
            return null;
        }
        return x.memory.at(owner, origin.slot >= 0 ? origin.slot : index);
    }
}
