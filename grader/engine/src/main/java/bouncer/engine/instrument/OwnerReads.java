package bouncer.engine.instrument;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Finds reads of a field of type {@code Thread} whose value is only compared with the current thread, as in "am I the
 * owner?". Such a read needs no ordering: only the thread itself writes itself there, so the comparison gives the same
 * result for a stale value. {@code ReentrantLock} does this.
 */
final class OwnerReads {
    private OwnerReads() {}

    /** Returns the ordinals of those reads among all field instructions of the method. */
    static Set<Integer> of(MethodNode method) {
        Set<Integer> selves = new HashSet<>();
        Set<Integer> others = new HashSet<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof VarInsnNode store && store.getOpcode() == Opcodes.ASTORE) {
                (isCurrentThread(real(insn.getPrevious(), false)) ? selves : others).add(store.var);
            }
        }
        selves.removeAll(others);
        Set<Integer> found = new HashSet<>();
        int ordinal = 0;
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof FieldInsnNode field) {
                if (isOwnerRead(field, selves)) {
                    found.add(ordinal);
                }
                ordinal++;
            }
        }
        return found;
    }

    private static boolean isOwnerRead(FieldInsnNode field, Set<Integer> selves) {
        if (!field.desc.equals("Ljava/lang/Thread;")
                || (field.getOpcode() != Opcodes.GETFIELD && field.getOpcode() != Opcodes.GETSTATIC)) {
            return false;
        }
        AbstractInsnNode next = real(field.getNext(), true);
        if (isSelf(next, selves)) {
            return next != null && isComparison(real(next.getNext(), true));
        }
        if (!isComparison(next)) {
            return false;
        }
        AbstractInsnNode before = real(field.getPrevious(), false);
        if (field.getOpcode() == Opcodes.GETFIELD) {
            if (!(before instanceof VarInsnNode)) {
                return false;
            }
            before = real(before.getPrevious(), false);
        }
        return isSelf(before, selves);
    }

    private static boolean isSelf(@Nullable AbstractInsnNode insn, Set<Integer> selves) {
        return isCurrentThread(insn)
                || (insn instanceof VarInsnNode load && load.getOpcode() == Opcodes.ALOAD && selves.contains(load.var));
    }

    private static boolean isCurrentThread(@Nullable AbstractInsnNode insn) {
        return insn instanceof MethodInsnNode call
                && call.owner.equals("java/lang/Thread")
                && call.name.equals("currentThread");
    }

    private static boolean isComparison(@Nullable AbstractInsnNode insn) {
        return insn != null && (insn.getOpcode() == Opcodes.IF_ACMPEQ || insn.getOpcode() == Opcodes.IF_ACMPNE);
    }

    /** Returns the instruction itself, or the next one after it (or before) that is no label, line or frame. */
    private static @Nullable AbstractInsnNode real(@Nullable AbstractInsnNode from, boolean forwards) {
        AbstractInsnNode at = from;
        while (at != null && at.getOpcode() < 0) {
            at = forwards ? at.getNext() : at.getPrevious();
        }
        return at;
    }
}
