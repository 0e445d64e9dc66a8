package bouncer.engine.instrument;

import bouncer.engine.instrument.CallRedirections.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
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

    private record Call(
            int opcode,
            String owner,
            String library,
            String name,
            String descriptor,
            boolean isInterface,
            @Nullable Target bridge) {
        boolean isStatic() {
            return opcode == Opcodes.INVOKESTATIC;
        }
    }

    private record Concatenation(String name, String descriptor, Handle bootstrap, List<Object> arguments) {}

    private final String className;
    private final boolean inInterface;
    private final Map<Object, Target> targets = new LinkedHashMap<>();

    Wrappers(String className, boolean inInterface) {
        this.className = className;
        this.inInterface = inInterface;
    }

    /**
     * Returns the wrapper of a call.
     *
     * @param library the class of the library whose method it is
     * @param bridge where the call goes when it is reported, or null if it stays
     */
    Target of(
            int opcode,
            String owner,
            String library,
            String name,
            String descriptor,
            boolean isInterface,
            @Nullable Target bridge) {
        // A call of super is possible for an object of this class only.
        String receiver = opcode == Opcodes.INVOKESPECIAL ? className : owner;
        return add(
                new Call(opcode, owner, library, name, descriptor, isInterface, bridge),
                opcode == Opcodes.INVOKESTATIC ? descriptor : "(L" + receiver + ";" + descriptor.substring(1));
    }

    /** Returns the wrapper of a string concatenation. */
    Target of(String name, String descriptor, Handle bootstrap, Object... arguments) {
        return add(new Concatenation(name, descriptor, bootstrap, List.of(arguments)), descriptor);
    }

    private Target add(Object call, String descriptor) {
        return targets.computeIfAbsent(call, c -> new Target(className, PREFIX + targets.size(), descriptor));
    }

    boolean isInterface(Target target) {
        return inInterface && target.owner().equals(className);
    }

    void emit(ClassVisitor to, ClassContext context) {
        targets.forEach((what, target) -> {
            MethodVisitor method = to.visitMethod(
                    Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
                    target.name(),
                    target.descriptor(),
                    null,
                    null);
            method.visitCode();
            if (what instanceof Concatenation concatenation) {
                concatenation(method, concatenation);
            } else if (what instanceof Call call && call.owner.equals(VAR_HANDLE)) {
                varHandle(method, call);
            } else if (what instanceof Call call) {
                library(method, call, context);
            }
            method.visitMaxs(0, 0);
            method.visitEnd();
        });
    }

    private static void concatenation(MethodVisitor method, Concatenation call) {
        int at = 0;
        for (Type type : Type.getArgumentTypes(call.descriptor)) {
            if (type.getSort() == Type.OBJECT) {
                method.visitVarInsn(Opcodes.ALOAD, at);
                ReportedArguments.shown(method, "toString");
            }
            at += type.getSize();
        }
        loadArguments(method, call.descriptor, 0);
        method.visitInvokeDynamicInsn(call.name, call.descriptor, call.bootstrap, call.arguments.toArray());
        method.visitInsn(Opcodes.ARETURN);
    }

    private static void loadArguments(MethodVisitor method, String descriptor, int first) {
        int at = first;
        for (Type type : Type.getArgumentTypes(descriptor)) {
            method.visitVarInsn(type.getOpcode(Opcodes.ILOAD), at);
            at += type.getSize();
        }
    }

    private static void arguments(MethodVisitor method, Call call) {
        if (!call.isStatic()) {
            method.visitVarInsn(Opcodes.ALOAD, 0);
        }
        loadArguments(method, call.descriptor, call.isStatic() ? 0 : 1);
        Target bridge = call.bridge;
        if (bridge == null) {
            method.visitMethodInsn(call.opcode, call.owner, call.name, call.descriptor, call.isInterface);
        } else {
            method.visitMethodInsn(Opcodes.INVOKESTATIC, bridge.owner(), bridge.name(), bridge.descriptor(), false);
        }
    }

    private void library(MethodVisitor method, Call call, ClassContext context) {
        boolean described = !call.isStatic() && context.library().isDescribed(call.library);
        if (!context.relocated()) {
            if (!call.isStatic() && !described) {
                method.visitVarInsn(Opcodes.ALOAD, 0);
                ReportedArguments.shown(method, call.name);
            }
            ReportedArguments.report(
                    method, context.library(), call.library, call.name, call.descriptor, call.isStatic());
        }
        if (described) {
            Type[] types = Type.getArgumentTypes(call.descriptor);
            method.visitVarInsn(Opcodes.ALOAD, 0);
            method.visitLdcInsn(call.name);
            method.visitLdcInsn(call.descriptor);
            if (types.length > 0 && types[0].getSort() == Type.INT) {
                method.visitVarInsn(Opcodes.ILOAD, 1);
            } else {
                method.visitInsn(Opcodes.ICONST_M1);
            }
            method.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    REPORTS,
                    call.opcode == Opcodes.INVOKESPECIAL ? "beforeSuper" : "before",
                    "(Ljava/lang/Object;Ljava/lang/String;Ljava/lang/String;I)V",
                    false);
        }
        Label start = new Label();
        Label end = new Label();
        Label thrown = new Label();
        boolean holds = described && context.library().maySynchronize(call.library);
        if (holds) {
            method.visitTryCatchBlock(start, end, thrown, null);
        }
        method.visitLabel(start);
        arguments(method, call);
        method.visitLabel(end);
        Type result = Type.getReturnType(call.descriptor);
        boolean makesView = described
                || (call.isStatic() && ReportedArguments.makesView(context.library(), call.name, call.descriptor));
        if (result.getSort() == Type.OBJECT && makesView) {
            method.visitInsn(Opcodes.DUP);
            method.visitVarInsn(Opcodes.ALOAD, 0);
            method.visitMethodInsn(
                    Opcodes.INVOKESTATIC, REPORTS, "after", "(Ljava/lang/Object;Ljava/lang/Object;)V", false);
        }
        if (holds) {
            over(method, call);
        }
        method.visitInsn(result.getOpcode(Opcodes.IRETURN));
        if (holds) {
            method.visitLabel(thrown);
            Object[] locals = locals(call);
            method.visitFrame(Opcodes.F_NEW, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
            over(method, call);
            method.visitInsn(Opcodes.ATHROW);
        }
    }

    private static void over(MethodVisitor method, Call call) {
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitLdcInsn(call.name);
        method.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                REPORTS,
                call.opcode == Opcodes.INVOKESPECIAL ? "overSuper" : "over",
                "(Ljava/lang/Object;Ljava/lang/String;)V",
                false);
    }

    private Object[] locals(Call call) {
        Type[] types = Type.getArgumentTypes(call.descriptor);
        Object[] locals = new Object[types.length + 1];
        locals[0] = call.opcode == Opcodes.INVOKESPECIAL ? className : call.owner;
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
