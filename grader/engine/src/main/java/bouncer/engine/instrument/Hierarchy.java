package bouncer.engine.instrument;

import bouncer.engine.ClassSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The supertypes and members of classes, read from class files so that nothing is loaded too early. */
final class Hierarchy {

    /** Facts about one instrumented class; the keys of fields and methods are name and descriptor. */
    record Known(
            @Nullable String superName,
            List<String> interfaces,
            int access,
            Map<String, Integer> fields,
            Map<String, Integer> methods) {}

    private final ClassSource source;
    private final Map<String, @Nullable Known> known = new HashMap<>();

    Hierarchy(ClassSource source) {
        this.source = source;
    }

    /** Returns the instrumented class of that internal name, or null if it is not instrumented. */
    @Nullable
    Known find(String internalName) {
        if (known.containsKey(internalName)) {
            return known.get(internalName);
        }
        byte[] bytes = source.bytes(internalName.replace('/', '.'));
        Known found = bytes == null ? null : read(bytes);
        known.put(internalName, found);
        return found;
    }

    private static Known read(byte[] bytes) {
        Map<String, Integer> fields = new HashMap<>();
        Map<String, Integer> methods = new HashMap<>();
        ClassReader reader = new ClassReader(bytes);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public @Nullable FieldVisitor visitField(
                            int access, String name, String descriptor, String signature, Object value) {
                        fields.put(name, access);
                        return null;
                    }

                    @Override
                    public @Nullable MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        methods.put(name + descriptor, access);
                        return null;
                    }
                },
                ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new Known(reader.getSuperName(), List.of(reader.getInterfaces()), reader.getAccess(), fields, methods);
    }

    /**
     * Returns true if a class is instrumented, and initialised anew in each execution by code of its own or of a class
     * above it.
     */
    boolean hasInitialiser(String name) {
        Known at = find(name);
        boolean renewed = at != null && (at.access() & (Opcodes.ACC_INTERFACE | Opcodes.ACC_ENUM)) == 0;
        return renewed
                && at != null
                && (at.methods().containsKey("<clinit>()V")
                        || (at.superName() != null && hasInitialiser(at.superName())));
    }

    /** Returns the instrumented class that declares a field, seen from an owner; null if none does. */
    @Nullable
    String declarer(String owner, String field) {
        Known at = find(owner);
        if (at == null) {
            return null;
        }
        if (at.fields().containsKey(field)) {
            return owner;
        }
        for (String face : at.interfaces()) {
            String found = declarer(face, field);
            if (found != null) {
                return found;
            }
        }
        return at.superName() == null ? null : declarer(at.superName(), field);
    }

    /**
     * Returns the first class above that is not instrumented; null if an instrumented class on the way declares the
     * method.
     */
    @Nullable
    String libraryOwner(String owner, String method) {
        String name = owner;
        Known at = find(name);
        while (at != null) {
            if (at.methods().containsKey(method) || at.superName() == null) {
                return null;
            }
            name = at.superName();
            at = find(name);
        }
        return name;
    }
}
