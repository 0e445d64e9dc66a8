package bouncer.engine.instrument;

import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Facts about a method that instrumentation needs before it changes the first instruction.
 *
 * @param ownerReads which of its field instructions are reads that only ask "is it me?"
 * @param firstLine its first line with code; 0 when the class file has no line numbers
 */
record MethodFacts(Set<Integer> ownerReads, int firstLine) {
    static final MethodFacts NONE = new MethodFacts(Set.of(), 0);

    static int firstLine(MethodNode method) {
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof LineNumberNode line) {
                return line.line;
            }
        }
        return 0;
    }
}
