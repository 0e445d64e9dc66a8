package bouncer.engine.instrument;

import bouncer.engine.instrument.CallRedirections.Target;
import bouncer.engine.jdk.LibraryClasses;
import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Static methods added to a class, each of which reports one library call and then makes it. A method of its own,
 * because the receiver lies below the arguments, and so that method references can be led through it.
 */
final class Wrappers {
    /** Names of added methods begin so; traces leave them out. */
    static final String PREFIX = "bouncer$call$";

    static final String VAR_HANDLE = "java/lang/invoke/VarHandle";
    private static final String REPORTS = "bouncer/engine/hooks/LibraryCalls";

    private record Call(int opcode, String owner, String name, String descriptor, boolean isInterface) {}

    private final String className;
    private final boolean inInterface;
    private final Map<Call, Target> targets = new LinkedHashMap<>();

    Wrappers(String className, boolean inInterface) {
        this.className = className;
        this.inInterface = inInterface;
    }

    static boolean wants(LibraryClasses library, String owner, String name) {
        return owner.equals(VAR_HANDLE) ? VarHandleNames.isAccess(name) : library.isDescribed(owner);
    }

    Target of(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        Call call = new Call(opcode, owner, name, descriptor, isInterface);
        return targets.computeIfAbsent(
                call,
                c -> new Target(className, PREFIX + targets.size(), "(L" + owner + ";" + descriptor.substring(1)));
    }

    boolean isInterface(Target target) {
        return inInterface && target.owner().equals(className);
    }

    void emit(ClassVisitor to, ClassContext context) {
        targets.forEach((call, target) -> {
            MethodVisitor method = to.visitMethod(
                    Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
                    target.name(),
                    target.descriptor(),
                    null,
                    null);
            method.visitCode();
            if (call.owner.equals(VAR_HANDLE)) {
                varHandle(method, call);
            } else {
                collection(method, call, context);
            }
            method.visitMaxs(0, 0);
            method.visitEnd();
        });
    }

    private static void arguments(MethodVisitor method, Call call) {
        method.visitVarInsn(Opcodes.ALOAD, 0);
        int at = 1;
        for (Type type : Type.getArgumentTypes(call.descriptor)) {
            method.visitVarInsn(type.getOpcode(Opcodes.ILOAD), at);
            at += type.getSize();
        }
        method.visitMethodInsn(call.opcode, call.owner, call.name, call.descriptor, call.isInterface);
    }

    private static void collection(MethodVisitor method, Call call, ClassContext context) {
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitLdcInsn(call.name);
        method.visitMethodInsn(
                Opcodes.INVOKESTATIC, REPORTS, "before", "(Ljava/lang/Object;Ljava/lang/String;)V", false);
        Label start = new Label();
        Label end = new Label();
        Label thrown = new Label();
        boolean holds = context.library().maySynchronize(call.owner);
        if (holds) {
            method.visitTryCatchBlock(start, end, thrown, null);
        }
        method.visitLabel(start);
        arguments(method, call);
        method.visitLabel(end);
        Type result = Type.getReturnType(call.descriptor);
        if (result.getSort() == Type.OBJECT) {
            method.visitInsn(Opcodes.DUP);
            method.visitVarInsn(Opcodes.ALOAD, 0);
            method.visitMethodInsn(
                    Opcodes.INVOKESTATIC, REPORTS, "after", "(Ljava/lang/Object;Ljava/lang/Object;)V", false);
        }
        if (holds) {
            over(method);
        }
        method.visitInsn(result.getOpcode(Opcodes.IRETURN));
        if (holds) {
            method.visitLabel(thrown);
            Object[] locals = locals(call);
            method.visitFrame(Opcodes.F_NEW, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
            over(method);
            method.visitInsn(Opcodes.ATHROW);
        }
    }

    private static void over(MethodVisitor method) {
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitMethodInsn(Opcodes.INVOKESTATIC, REPORTS, "over", "(Ljava/lang/Object;)V", false);
    }

    private static Object[] locals(Call call) {
        Type[] types = Type.getArgumentTypes(call.descriptor);
        Object[] locals = new Object[types.length + 1];
        locals[0] = call.owner;
        for (int i = 0; i < types.length; i++) {
            locals[i + 1] = MethodChanger.frame(types[i]);
        }
        return locals;
    }

    private static void varHandle(MethodVisitor method, Call call) {
        Type[] types = Type.getArgumentTypes(call.descriptor);
        method.visitVarInsn(Opcodes.ALOAD, 0);
        boolean object = types.length > 0 && types[0].getSort() >= Type.ARRAY;
        if (object) {
            method.visitVarInsn(Opcodes.ALOAD, 1);
        } else {
            method.visitInsn(Opcodes.ACONST_NULL);
        }
        if (object && types.length > 1 && types[1].getSort() == Type.INT) {
            method.visitVarInsn(Opcodes.ILOAD, 2);
        } else {
            method.visitInsn(Opcodes.ICONST_M1);
        }
        method.visitLdcInsn(call.name);
        method.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                REPORTS,
                "variable",
                "(Ljava/lang/invoke/VarHandle;Ljava/lang/Object;ILjava/lang/String;)V",
                false);
        arguments(method, call);
        Type result = Type.getReturnType(call.descriptor);
        if (result.getSort() == Type.BOOLEAN && call.name.contains("ompareAndSet")) {
            method.visitMethodInsn(Opcodes.INVOKESTATIC, REPORTS, "compared", "(Z)Z", false);
        } else {
            method.visitMethodInsn(Opcodes.INVOKESTATIC, REPORTS, "updated", "()V", false);
        }
        method.visitInsn(result.getOpcode(Opcodes.IRETURN));
    }
}
