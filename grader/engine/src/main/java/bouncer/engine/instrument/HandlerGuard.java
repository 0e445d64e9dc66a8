package bouncer.engine.instrument;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Lets an execution that is over unwind: at the start of every exception handler the program's code is left if the
 * exception is ours. A handler that covers itself (javac's for monitorexit) is skipped, or unwinding would loop in it.
 */
final class HandlerGuard extends MethodVisitor {
    private final Set<Label> handlers = new HashSet<>();
    private final Set<Label> selfCovering = new HashSet<>();
    private boolean pending;

    HandlerGuard(MethodVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        if (start == handler) {
            selfCovering.add(handler);
        }
        if (type == null || type.equals("java/lang/Throwable") || type.equals("java/lang/Error")) {
            handlers.add(handler);
        }
        super.visitTryCatchBlock(start, end, handler, type);
    }

    @Override
    public void visitLabel(Label label) {
        super.visitLabel(label);
        if (handlers.contains(label) && !selfCovering.contains(label)) {
            pending = true;
        }
    }

    @Override
    public void visitFrame(int type, int numLocal, Object[] local, int numStack, Object[] stack) {
        super.visitFrame(type, numLocal, local, numStack, stack);
        // A handler's label is followed by its frame, and only then may code follow.
        if (pending) {
            pending = false;
            super.visitInsn(Opcodes.DUP);
            super.visitMethodInsn(
                    Opcodes.INVOKESTATIC, ClassChanger.HOOKS, "handler", "(Ljava/lang/Throwable;)V", false);
        }
    }
}
