package bouncer.engine.instrument;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Lets an execution that is over unwind: at the start of every exception handler the program's code is left if the
 * exception is ours. A handler that covers itself (javac's for monitorexit, and its outer finally around an inner one)
 * is skipped, or unwinding would loop in it.
 */
final class HandlerGuard extends MethodVisitor {
    private final Set<Label> handlers = new HashSet<>();
    private final List<Range> ranges = new ArrayList<>();
    private final Set<Label> passed = new HashSet<>();
    private boolean pending;

    private record Range(Label start, Label end, Label handler) {}

    HandlerGuard(MethodVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        ranges.add(new Range(start, end, handler));
        if (type == null || type.equals("java/lang/Throwable") || type.equals("java/lang/Error")) {
            handlers.add(handler);
        }
        super.visitTryCatchBlock(start, end, handler, type);
    }

    @Override
    public void visitLabel(Label label) {
        super.visitLabel(label);
        passed.add(label);
        if (handlers.contains(label) && !coversItself(label)) {
            pending = true;
        }
    }

    /** Asked when the handler is reached: every range has a label for each of its ends, and javac may merge ranges. */
    private boolean coversItself(Label handler) {
        return ranges.stream()
                .anyMatch(range ->
                        range.handler() == handler && passed.contains(range.start()) && !passed.contains(range.end()));
    }

    @Override
    public void visitFrame(int type, int numLocal, Object[] local, int numStack, Object[] stack) {
        super.visitFrame(type, numLocal, local, numStack, stack);
        // A handler's label is followed by its frame, and only then may code follow.
        if (pending) {
            pending = false;
            super.visitInsn(Opcodes.DUP);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, AddedNames.HOOKS, "handler", "(Ljava/lang/Throwable;)V", false);
        }
    }
}
