package bouncer.checks.worker;

import bouncer.checks.child.Children;
import bouncer.checks.submission.Links;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Leads a submission's {@code ProcessBuilder.start()} to {@link Children}, which does the same. Stateless. */
final class ChildCalls {
    private static final String BUILDER = "java/lang/ProcessBuilder";
    private static final String START = "start()Ljava/lang/Process;";
    private static final String CHILDREN = Type.getInternalName(Children.class);
    private static final String DESCRIPTOR = "(Ljava/lang/ProcessBuilder;)Ljava/lang/Process;";

    private ChildCalls() {}

    /** Returns the class file with these calls led there; the same one if it has none. */
    static byte[] led(byte[] classFile) {
        if (!Links.of(classFile).contains(BUILDER.replace('/', '.'))) {
            return classFile;
        }
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        return new Leading(super.visitMethod(access, name, descriptor, signature, exceptions));
                    }
                },
                0);
        return writer.toByteArray();
    }

    private static final class Leading extends MethodVisitor {
        Leading(MethodVisitor to) {
            super(Opcodes.ASM9, to);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (owner.equals(BUILDER) && START.equals(name + descriptor)) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, CHILDREN, name, DESCRIPTOR, false);
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            Object[] led = arguments.clone();
            for (int i = 0; i < led.length; i++) {
                if (led[i] instanceof Handle handle
                        && handle.getOwner().equals(BUILDER)
                        && START.equals(handle.getName() + handle.getDesc())) {
                    led[i] = new Handle(Opcodes.H_INVOKESTATIC, CHILDREN, handle.getName(), DESCRIPTOR, false);
                }
            }
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, led);
        }
    }
}
