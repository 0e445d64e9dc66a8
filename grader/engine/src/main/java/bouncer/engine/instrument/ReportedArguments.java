package bouncer.engine.instrument;

import bouncer.engine.jdk.LibraryClasses;
import java.util.Arrays;
import java.util.Set;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The arguments of a library call that it reads or writes: arrays, collections, and what it shows as text. */
final class ReportedArguments {
    private static final Set<String> SHOWS = Set.of(
            "append",
            "deepEquals",
            "equals",
            "format",
            "formatted",
            "hash",
            "hashCode",
            "insert",
            "print",
            "printf",
            "println",
            "toString",
            "valueOf");
    /** Static methods whose result stands for their first argument. */
    private static final Set<String> STREAMS = Set.of("stream", "of");

    private ReportedArguments() {}

    /** Returns true if an argument of this type may be a mutable object of the library, or an array. */
    static boolean isTracked(LibraryClasses library, Type type) {
        return type.getSort() == Type.ARRAY
                || (type.getSort() == Type.OBJECT && library.isDescribed(type.getInternalName()));
    }

    private static boolean isShown(String name, Type type) {
        String descriptor = type.getDescriptor();
        return SHOWS.contains(name)
                && (descriptor.equals("Ljava/lang/Object;") || descriptor.equals("[Ljava/lang/Object;"));
    }

    /** Returns true if a call has an argument to report. */
    static boolean any(LibraryClasses library, String name, String descriptor) {
        return Arrays.stream(Type.getArgumentTypes(descriptor))
                .anyMatch(type -> isTracked(library, type) || isShown(name, type));
    }

    /** Returns true if a concatenation shows an object whose text the library makes. */
    static boolean anyShown(LibraryClasses library, String descriptor) {
        return Arrays.stream(Type.getArgumentTypes(descriptor))
                .anyMatch(type -> type.getSort() == Type.OBJECT
                        && (library.isDescribed(type.getInternalName())
                                || type.getInternalName().equals("java/lang/Object")));
    }

    /** Returns true if the result of a static call stands for its first argument. */
    static boolean makesView(LibraryClasses library, String name, String descriptor) {
        Type[] types = Type.getArgumentTypes(descriptor);
        return types.length > 0
                && isTracked(library, types[0])
                && (library.keepsArgument(name) || STREAMS.contains(name));
    }

    /** Emits the reports of a call's arguments, which are the local variables from 0 or 1 on. */
    static void report(
            MethodVisitor method,
            LibraryClasses library,
            String owner,
            String name,
            String descriptor,
            boolean isStatic) {
        Type[] types = Type.getArgumentTypes(descriptor);
        boolean writes = library.writesArgument(name) || (isStatic && name.equals("addAll"));
        int at = isStatic ? 0 : 1;
        for (int i = 0; i < types.length; i++) {
            if (isShown(name, types[i])) {
                method.visitVarInsn(Opcodes.ALOAD, at);
                shown(method, name);
            } else if (isTracked(library, types[i]) && !library.keepsArgument(name)) {
                argument(method, types, i, at, owner.equals("java/util/Arrays"), name, writes);
                writes = false;
            }
            at += types[i].getSize();
        }
    }

    private static void argument(
            MethodVisitor method, Type[] types, int i, int at, boolean toIndex, String name, boolean write) {
        boolean array = types[i].getSort() == Type.ARRAY;
        boolean part = array && isInt(types, i + 1) && isInt(types, i + 2);
        method.visitVarInsn(Opcodes.ALOAD, at);
        if (part) {
            method.visitVarInsn(Opcodes.ILOAD, at + 1);
            method.visitInsn(Opcodes.I2L);
            method.visitVarInsn(Opcodes.ILOAD, at + 2);
            method.visitInsn(Opcodes.I2L);
            if (!toIndex) {
                method.visitVarInsn(Opcodes.ILOAD, at + 1);
                method.visitInsn(Opcodes.I2L);
                method.visitInsn(Opcodes.LADD);
            }
        } else if (array && name.equals("copyOf")) {
            method.visitInsn(Opcodes.LCONST_0);
            method.visitVarInsn(Opcodes.ILOAD, at + 1);
            method.visitInsn(Opcodes.I2L);
        }
        boolean range = part || (array && name.equals("copyOf"));
        method.visitInsn(write ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
        method.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                AddedNames.LIBRARY_CALLS,
                range ? "range" : "argument",
                range ? "(Ljava/lang/Object;JJZ)V" : "(Ljava/lang/Object;Z)V",
                false);
    }

    /** Emits the report that the object on the stack is shown as text, compared or hashed. */
    static void shown(MethodVisitor method, String name) {
        String report = name.startsWith("hash") ? "hashed" : "shown";
        method.visitMethodInsn(Opcodes.INVOKESTATIC, AddedNames.LIBRARY_CALLS, report, "(Ljava/lang/Object;)V", false);
    }

    private static boolean isInt(Type[] types, int index) {
        return index < types.length && types[index].getSort() == Type.INT;
    }
}
