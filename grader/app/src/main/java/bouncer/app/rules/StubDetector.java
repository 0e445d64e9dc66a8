package bouncer.app.rules;

import java.util.List;
import java.util.Locale;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Tells a class that was never touched from one that was begun. Stateless. */
final class StubDetector {
    private StubDetector() {}

    /** Whether every public method still throws the error that the stub came with. */
    static boolean isUntouched(ClassNode main) {
        List<MethodNode> open = main.methods.stream()
                .filter(method -> (method.access & Opcodes.ACC_PUBLIC) != 0)
                .filter(method -> (method.access & Opcodes.ACC_SYNTHETIC) == 0)
                .filter(method -> !method.name.startsWith("<"))
                .toList();
        return !open.isEmpty() && open.stream().allMatch(StubDetector::onlyThrows);
    }

    /** A body that only makes an exception which says "not implemented" and throws it. */
    private static boolean onlyThrows(MethodNode method) {
        boolean says = false;
        boolean returns = false;
        boolean throwsIt = false;
        for (AbstractInsnNode node : method.instructions) {
            int opcode = node.getOpcode();
            says |= node instanceof LdcInsnNode constant
                    && constant.cst instanceof String text
                    && text.toLowerCase(Locale.ROOT).contains("not implemented");
            throwsIt |= opcode == Opcodes.ATHROW;
            returns |= opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
        }
        return says && throwsIt && !returns;
    }
}
