package bouncer.app.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Replaces a submission's reads of system properties and environment variables by constants: the values that a machine
 * has on which nothing was set. So such a read is harmless, and cannot tell a grading from an ordinary run. A method
 * reference to such a method is not replaced. Stateless.
 */
final class PlainMachine {
    private static final String TEXT = "Ljava/lang/String;";
    private static final String LOOKUP = "property$plain";
    private static final String LOOKUP_DESCRIPTOR = "(" + TEXT + TEXT + ")" + TEXT;
    /** Properties that describe the JDK and the system, which are the same here and in the worker. */
    private static final List<String> REAL = List.of(
            "java.version",
            "java.version.date",
            "java.vendor",
            "java.vendor.url",
            "java.specification.name",
            "java.specification.vendor",
            "java.specification.version",
            "java.class.version",
            "java.runtime.name",
            "java.runtime.version",
            "java.vm.name",
            "java.vm.vendor",
            "java.vm.version",
            "java.vm.specification.version",
            "os.name",
            "os.arch",
            "os.version",
            "file.separator",
            "path.separator",
            "line.separator",
            "sun.arch.data.model");

    private static final Map<String, String> PROPERTIES = properties();

    private PlainMachine() {}

    private static Map<String, String> properties() {
        Map<String, String> plain = new LinkedHashMap<>();
        for (String name : REAL) {
            String value = System.getProperty(name);
            if (value != null) {
                plain.put(name, value);
            }
        }
        plain.put("file.encoding", "UTF-8");
        plain.put("native.encoding", "UTF-8");
        plain.put("java.class.path", "target/classes");
        plain.put("java.io.tmpdir", "/tmp");
        plain.put("user.dir", "/home/user");
        plain.put("user.home", "/home/user");
        plain.put("user.language", "en");
        plain.put("user.name", "user");
        return plain;
    }

    /**
     * Returns the class files with these reads replaced.
     *
     * @param classes class files by binary name with slashes
     */
    static SortedMap<String, byte[]> in(SortedMap<String, byte[]> classes) {
        SortedMap<String, byte[]> plain = new TreeMap<>();
        classes.forEach((name, bytes) -> {
            ClassReader reader = new ClassReader(bytes);
            ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
            Rewriter rewriter = new Rewriter(writer);
            reader.accept(rewriter, 0);
            plain.put(name, rewriter.changes ? writer.toByteArray() : bytes);
        });
        return plain;
    }

    private static final class Rewriter extends ClassVisitor {
        private String self = "";
        private boolean isInterface;
        private boolean looksUp;
        private boolean changes;

        Rewriter(ClassVisitor to) {
            super(Opcodes.ASM9, to);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                String superName,
                String @Nullable [] interfaces) {
            self = name;
            isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
            super.visit(version, access, name, signature, superName, interfaces);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new Reads(super.visitMethod(access, name, descriptor, signature, exceptions));
        }

        /** Adds the method that finds the value of a property, if one is read. */
        @Override
        public void visitEnd() {
            if (looksUp) {
                MethodVisitor code = super.visitMethod(
                        Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
                        LOOKUP,
                        LOOKUP_DESCRIPTOR,
                        null,
                        null);
                code.visitCode();
                PROPERTIES.forEach((name, value) -> {
                    Label next = new Label();
                    code.visitLdcInsn(name);
                    code.visitVarInsn(Opcodes.ALOAD, 0);
                    code.visitMethodInsn(
                            Opcodes.INVOKEVIRTUAL, "java/lang/String", "equals", "(Ljava/lang/Object;)Z", false);
                    code.visitJumpInsn(Opcodes.IFEQ, next);
                    code.visitLdcInsn(value);
                    code.visitInsn(Opcodes.ARETURN);
                    code.visitLabel(next);
                    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
                });
                code.visitVarInsn(Opcodes.ALOAD, 1);
                code.visitInsn(Opcodes.ARETURN);
                code.visitMaxs(0, 0);
                code.visitEnd();
            }
            super.visitEnd();
        }

        private final class Reads extends MethodVisitor {
            Reads(MethodVisitor to) {
                super(Opcodes.ASM9, to);
            }

            @Override
            public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean itf) {
                boolean read = true;
                switch (owner + "." + name + descriptor) {
                    case "java/lang/System.getProperty(" + TEXT + ")" + TEXT -> {
                        super.visitInsn(Opcodes.ACONST_NULL);
                        lookUp();
                    }
                    case "java/lang/System.getProperty" + LOOKUP_DESCRIPTOR -> lookUp();
                    case "java/lang/System.getenv(" + TEXT + ")" + TEXT -> answer(Opcodes.ACONST_NULL);
                    case "java/lang/Boolean.getBoolean(" + TEXT + ")Z" -> answer(Opcodes.ICONST_0);
                    case "java/lang/Integer.getInteger(" + TEXT + "I)Ljava/lang/Integer;" -> {
                        super.visitInsn(Opcodes.SWAP);
                        super.visitInsn(Opcodes.POP);
                        super.visitMethodInsn(Opcodes.INVOKESTATIC, owner, "valueOf", "(I)Ljava/lang/Integer;", false);
                    }
                    case "java/lang/Long.getLong(" + TEXT + "J)Ljava/lang/Long;" -> {
                        super.visitInsn(Opcodes.DUP2_X1);
                        super.visitInsn(Opcodes.POP2);
                        super.visitInsn(Opcodes.POP);
                        super.visitMethodInsn(Opcodes.INVOKESTATIC, owner, "valueOf", "(J)Ljava/lang/Long;", false);
                    }
                    default -> {
                        read = false;
                        super.visitMethodInsn(opcode, owner, name, descriptor, itf);
                    }
                }
                changes |= read;
            }

            /** Replaces the name on the stack by a constant. */
            private void answer(int constant) {
                super.visitInsn(Opcodes.POP);
                super.visitInsn(constant);
            }

            private void lookUp() {
                looksUp = true;
                super.visitMethodInsn(Opcodes.INVOKESTATIC, self, LOOKUP, LOOKUP_DESCRIPTOR, isInterface);
            }
        }
    }
}
