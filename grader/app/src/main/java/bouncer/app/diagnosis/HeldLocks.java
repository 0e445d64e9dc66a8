package bouncer.app.diagnosis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** The locks that a method may hold at each instruction: a forward data-flow analysis of monitors and lock calls. */
final class HeldLocks {
    /** Stands for a lock that cannot be named; nothing is concluded from it. */
    static final String UNKNOWN = "an unknown lock";

    private final MethodFlow flow;
    private final List<@Nullable Set<String>> before = new ArrayList<>();

    HeldLocks(MethodFlow flow) {
        this.flow = flow;
        for (int i = 0; i < flow.size(); i++) {
            before.add(null);
        }
        Deque<Integer> work = new ArrayDeque<>();
        before.set(0, initial());
        work.add(0);
        while (!work.isEmpty()) {
            int index = work.poll();
            Set<String> out = after(index);
            for (int next : flow.after(index)) {
                Set<String> known = before.get(next);
                Set<String> joined = new TreeSet<>(out);
                joined.addAll(known == null ? Set.of() : known);
                if (!joined.equals(known)) {
                    before.set(next, joined);
                    work.add(next);
                }
            }
        }
    }

    /** Returns the locks that may be held just before the instruction. */
    Set<String> at(int index) {
        Set<String> held = before.get(index);
        return held == null ? Set.of() : held;
    }

    private Set<String> initial() {
        if (!flow.is(Opcodes.ACC_SYNCHRONIZED)) {
            return new TreeSet<>();
        }
        return new TreeSet<>(Set.of(flow.is(Opcodes.ACC_STATIC) ? classLock(flow.owner.name) : "this"));
    }

    private Set<String> after(int index) {
        Set<String> held = new TreeSet<>(at(index));
        AbstractInsnNode node = flow.at(index);
        if (node.getOpcode() == Opcodes.MONITORENTER) {
            held.add(name(flow, index, 0));
        } else if (node.getOpcode() == Opcodes.MONITOREXIT) {
            held.remove(name(flow, index, 0));
        } else if (node instanceof MethodInsnNode call && isLock(call.owner)) {
            if (call.name.equals("unlock")) {
                held.remove(name(flow, index, 0));
            } else if (call.name.equals("lock") || call.name.equals("lockInterruptibly")) {
                held.add(name(flow, index, 0));
            } else if (!call.name.startsWith("<")) {
                held.add(UNKNOWN);
            }
        }
        return held;
    }

    private static boolean isLock(String owner) {
        return (owner.startsWith("java/util/concurrent/locks/") && owner.endsWith("Lock"))
                || owner.equals("java/util/concurrent/Semaphore");
    }

    private static String classLock(String internalName) {
        return "`" + simple(internalName) + ".class`";
    }

    /** Returns the object's name in source form; depth 0 is the top of the stack. */
    static String name(MethodFlow flow, int index, int depth) {
        AbstractInsnNode origin = flow.origin(index, depth);
        if (origin instanceof VarInsnNode local) {
            return local.var == 0 && !flow.is(Opcodes.ACC_STATIC) ? "this" : UNKNOWN;
        }
        if (origin instanceof FieldInsnNode field) {
            boolean own = field.getOpcode() == Opcodes.GETSTATIC
                    || (flow.origin(flow.method.instructions.indexOf(field), 0) instanceof VarInsnNode receiver
                            && receiver.var == 0
                            && !flow.is(Opcodes.ACC_STATIC));
            return own ? "`" + field.name + "`" : UNKNOWN;
        }
        if (origin instanceof LdcInsnNode constant && constant.cst instanceof Type type) {
            return classLock(type.getInternalName());
        }
        if (origin instanceof TypeInsnNode made && made.getOpcode() == Opcodes.NEW) {
            return "the new " + simple(made.desc) + " of line " + flow.line(made);
        }
        return UNKNOWN;
    }

    static String simple(String internalName) {
        return internalName.substring(Math.max(internalName.lastIndexOf('/'), internalName.lastIndexOf('$')) + 1);
    }
}
