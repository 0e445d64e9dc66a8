package bouncer.app.rules;

import java.util.List;
import java.util.Locale;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Recognizes a class that is still the untouched stub. Stateless. */
final class StubDetector {
    private StubDetector() {}

    /** Returns true if every public method still throws the exception of the stub. */
    static boolean isUntouched(ClassNode main) {
        List<MethodNode> open = main.methods.stream()
                .filter(method -> (method.access & Opcodes.ACC_PUBLIC) != 0)
                .filter(method -> (method.access & Opcodes.ACC_SYNTHETIC) == 0)
                .filter(method -> !method.name.startsWith("<"))
                .toList();
        return !open.isEmpty() && open.stream().allMatch(StubDetector::onlyThrows);
    }

    /** Returns true if a method only throws an exception whose message says "not implemented". */
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
