package bouncer.engine.instrument;

import bouncer.engine.ClassSource;
import bouncer.engine.jdk.LibraryClasses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.MethodRemapper;
import org.objectweb.asm.commons.SimpleRemapper;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The class files of relocated JDK classes beside those of the program, under their original names; {@link
 * ModelRemapper} renames them. An inherited method that takes a lock is copied into the relocated class, since it would
 * not be instrumented in its superclass.
 */
final class RelocatedClassSource implements ClassSource {
    private static final String INTERNAL_LOCK = "jdk/internal/misc/InternalLock";

    private final ClassSource program;
    private final LibraryClasses library;

    RelocatedClassSource(ClassSource program, LibraryClasses library) {
        this.program = program;
        this.library = library;
    }

    @Override
    public byte @Nullable [] bytes(String className) {
        String name = className.replace('.', '/');
        return library.isRelocated(name) ? file(name) : program.bytes(className);
    }

    private static byte[] file(String name) {
        ClassNode relocated = read(name);
        boolean named = (relocated.access & Opcodes.ACC_INTERFACE) != 0;
        for (String above = relocated.superName; above != null; ) {
            ClassNode parent = read(above);
            inherit(relocated, parent);
            named |= !above.equals("java/lang/Object") && declares(parent, "toString", "()Ljava/lang/String;");
            above = parent.superName;
        }
        if (!named && !declares(relocated, "toString", "()Ljava/lang/String;")) {
            name(relocated);
        }
        if (name.startsWith("java/io/")) {
            relocated.methods.forEach(RelocatedClassSource::watch);
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        relocated.accept(writer);
        return writer.toByteArray();
    }

    private static ClassNode read(String name) {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
            ClassNode node = new ClassNode();
            new ClassReader(java.util.Objects.requireNonNull(in, name)).accept(node, 0);
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean declares(ClassNode in, String name, String descriptor) {
        return in.methods.stream().anyMatch(m -> m.name.equals(name) && m.desc.equals(descriptor));
    }

    /** Copies what takes a lock, and the private methods and fields that it may need. */
    private static void inherit(ClassNode relocated, ClassNode parent) {
        if (parent.methods.stream().noneMatch(m -> locks(m) && !declares(relocated, m.name, m.desc))) {
            return;
        }
        SimpleRemapper here = new SimpleRemapper(
                Opcodes.ASM9,
                // From JDK 21 on readers and writers look whether their lock is one of the library's own, which no
                // relocated has.
                Map.of(parent.name, relocated.name, INTERNAL_LOCK, "java/util/concurrent/locks/ReentrantLock"));
        List<MethodNode> needed = parent.methods.stream()
                .filter(m -> (locks(m) || isOfObjects(m.access)) && !declares(relocated, m.name, m.desc))
                .toList();
        for (MethodNode method : needed) {
            MethodNode copy = new MethodNode(
                    method.access,
                    method.name,
                    method.desc,
                    method.signature,
                    method.exceptions.toArray(new String[0]));
            method.accept(new MethodRemapper(copy, here));
            relocated.methods.add(copy);
        }
        for (FieldNode field : parent.fields) {
            if (isOfObjects(field.access)) {
                relocated.fields.add(field);
            }
        }
    }

    /** Returns true if a member is private, and each object's own. */
    private static boolean isOfObjects(int access) {
        return (access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) == Opcodes.ACC_PRIVATE;
    }

    private static boolean locks(MethodNode method) {
        if ((method.access & Opcodes.ACC_STATIC) != 0) {
            return false;
        }
        boolean locks = (method.access & Opcodes.ACC_SYNCHRONIZED) != 0;
        for (AbstractInsnNode insn : method.instructions) {
            locks |= insn.getOpcode() == Opcodes.MONITORENTER;
        }
        return locks;
    }

    /**
     * Adds {@code Object.toString} to the class itself, so that it is instrumented and shows the name of the original
     * class.
     */
    private static void name(ClassNode relocated) {
        MethodNode method = new MethodNode(Opcodes.ACC_PUBLIC, "toString", "()Ljava/lang/String;", null, null);
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Object", "getClass", "()Ljava/lang/Class;", false);
        method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Class", "getName", "()Ljava/lang/String;", false);
        method.visitLdcInsn("@");
        concat(method);
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Object", "hashCode", "()I", false);
        method.visitMethodInsn(
                Opcodes.INVOKESTATIC, "java/lang/Integer", "toHexString", "(I)Ljava/lang/String;", false);
        concat(method);
        method.visitInsn(Opcodes.ARETURN);
        relocated.methods.add(method);
    }

    private static void concat(MethodNode method) {
        method.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, "java/lang/String", "concat", "(Ljava/lang/String;)Ljava/lang/String;", false);
    }

    /**
     * A stream of the library's that reads or writes a pipe may do so with a real lock, for which others would wait for
     * real.
     */
    private static void watch(MethodNode method) {
        if ((method.access & Opcodes.ACC_PUBLIC) != 0 && !method.name.startsWith("<")) {
            InsnList call = new InsnList();
            call.add(new MethodInsnNode(
                    Opcodes.INVOKESTATIC, "bouncer/engine/hooks/PipeCalls", "entered", "()V", false));
            method.instructions.insert(call);
        }
    }
}
