package bouncer.engine.model;

import bouncer.engine.jdk.LibraryClasses;
import bouncer.engine.memory.LocationSlots;
import java.lang.reflect.Field;

/** The numbers of fields that are known by class and name. Stateless. */
public final class DeclaredFields {
    private DeclaredFields() {}

    /**
     * Returns the number of a field, which the class or one above it declares; the same that accesses by instrumented
     * code use.
     */
    public static int slot(Class<?> in, String name) {
        for (Class<?> at = in; at != null; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return slotIn(at, name);
                }
            }
        }
        return slotIn(in, name);
    }

    private static int slotIn(Class<?> declaring, String name) {
        return LocationSlots.field(LibraryClasses.originalName(declaring.getName()), name);
    }
}
