package bouncer.worker;

import bouncer.worker.runtime.CallLog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Changes a check class so that it reports its calls of the submission, direct ones and method references, to {@link
 * CallLog}. Classes of the submission are not changed. Used once for each class.
 */
final class CallRecordingTransformer extends ClassVisitor {
    private static final String CALLS = Type.getInternalName(CallLog.class);
    private final Predicate<String> isSubmissions;
    private final Map<Handle, Handle> bridges = new LinkedHashMap<>();
    private String self = "";
    private boolean isInterface;

    private CallRecordingTransformer(ClassVisitor to, Predicate<String> isSubmissions) {
        super(Opcodes.ASM9, to);
        this.isSubmissions = isSubmissions;
    }

    /**
     * Returns the class file with a report before each such call.
     *
     * @param isSubmissions returns true if a class, named with slashes, belongs to the submission
     */
    static byte[] in(byte[] classFile, Predicate<String> isSubmissions) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new CallRecordingTransformer(writer, isSubmissions), 0);
        return writer.toByteArray();
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
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return new Noting(super.visitMethod(access, name, descriptor, signature, exceptions));
    }

    /** Replaces a method reference by one to a generated method, which reports the call and then makes it. */
    @Override
    public void visitEnd() {
        bridges.forEach((method, bridge) -> {
            MethodVisitor code = super.visitMethod(
                    Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
                    bridge.getName(),
                    bridge.getDesc(),
                    null,
                    null);
            code.visitCode();
            boolean makes = method.getTag() == Opcodes.H_NEWINVOKESPECIAL;
            if (makes) {
                code.visitTypeInsn(Opcodes.NEW, method.getOwner());
                code.visitInsn(Opcodes.DUP);
            }
            int local = 0;
            for (Type argument : Type.getArgumentTypes(bridge.getDesc())) {
                code.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), local);
                local += argument.getSize();
            }
            note(code, method.getOwner(), method.getName() + method.getDesc());
            int opcode = makes ? Opcodes.INVOKESPECIAL : opcode(method);
            code.visitMethodInsn(opcode, method.getOwner(), method.getName(), method.getDesc(), method.isInterface());
            code.visitInsn(Type.getReturnType(bridge.getDesc()).getOpcode(Opcodes.IRETURN));
            code.visitMaxs(0, 0);
            code.visitEnd();
        });
        super.visitEnd();
    }

    private static int opcode(Handle method) {
        return method.getTag() == Opcodes.H_INVOKESTATIC
                ? Opcodes.INVOKESTATIC
                : method.getTag() == Opcodes.H_INVOKEINTERFACE ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
    }

    private Handle bridged(Handle method) {
        return bridges.computeIfAbsent(method, key -> {
            String arguments = method.getDesc().substring(1, method.getDesc().indexOf(')'));
            String owner = "L" + method.getOwner() + ";";
            String descriptor = switch (method.getTag()) {
                case Opcodes.H_INVOKESTATIC -> method.getDesc();
                case Opcodes.H_NEWINVOKESPECIAL -> "(" + arguments + ")" + owner;
                default -> "(" + owner + method.getDesc().substring(1);
            };
            return new Handle(Opcodes.H_INVOKESTATIC, self, "bouncer$noted$" + bridges.size(), descriptor, isInterface);
        });
    }

    private static void note(MethodVisitor code, String owner, String method) {
        code.visitLdcInsn(owner + "." + method);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, CALLS, "calling", "(Ljava/lang/String;)V", false);
    }

    private final class Noting extends MethodVisitor {
        Noting(MethodVisitor to) {
            super(Opcodes.ASM9, to);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean itf) {
            if (isSubmissions.test(owner)) {
                note(mv, owner, name + descriptor);
            }
            super.visitMethodInsn(opcode, owner, name, descriptor, itf);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            Object[] led = arguments.clone();
            for (int i = 0; i < led.length; i++) {
                if (led[i] instanceof Handle handle
                        && handle.getTag() >= Opcodes.H_INVOKEVIRTUAL
                        && isSubmissions.test(handle.getOwner())) {
                    led[i] = bridged(handle);
                }
            }
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, led);
        }
    }
}
