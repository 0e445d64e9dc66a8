package bouncer.worker;

import bouncer.worker.child.ProcessCalls;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Redirects a submission's calls of {@code ProcessBuilder.start()}, clocks and timed waits to {@link ProcessCalls},
 * which does the same unless a check changes it. Stateless.
 */
final class ProcessCallRewriter {
    private static final String BUILDER = "java/lang/ProcessBuilder";
    private static final String START = "start()Ljava/lang/Process;";
    private static final String CHILDREN = Type.getInternalName(ProcessCalls.class);
    private static final String DESCRIPTOR = "(Ljava/lang/ProcessBuilder;)Ljava/lang/Process;";
    private static final String UNIT = "java/util/concurrent/TimeUnit";
    private static final String TIME_AND_UNIT = "JL" + UNIT + ";)";
    /** Waiting methods whose last parameter is a number of milliseconds, of any class. */
    private static final Set<String> MILLIS =
            Set.of("sleep(J)V", "join(J)V", "wait(J)V", "schedule(Ljava/util/TimerTask;J)V");

    private static final Set<String> CLOCKS = Set.of("nanoTime()J", "currentTimeMillis()J");

    private ProcessCallRewriter() {}

    /** Returns the class file with these calls redirected. */
    static byte[] led(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
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
            String method = name + descriptor;
            if (owner.equals(BUILDER) && START.equals(method)) {
                children(name, DESCRIPTOR);
            } else if (owner.equals("java/lang/System") && CLOCKS.contains(method)) {
                children(name, descriptor);
            } else if (owner.equals(UNIT) && method.equals("sleep(J)V")) {
                children(name, "(L" + UNIT + ";J)V");
            } else {
                if (MILLIS.contains(method)) {
                    children("millis", "(J)J");
                } else if (owner.startsWith("java/") && descriptor.contains(TIME_AND_UNIT)) {
                    children("nanos", "(JL" + UNIT + ";)J");
                    super.visitFieldInsn(Opcodes.GETSTATIC, UNIT, "NANOSECONDS", "L" + UNIT + ";");
                }
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            }
        }

        private void children(String name, String descriptor) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, CHILDREN, name, descriptor, false);
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
